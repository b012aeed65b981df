using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Benchmarks.Reporting;

/// <summary>Everything that was measured: said on the terminal as it comes, kept in files at the end.</summary>
internal sealed class BenchReport(string folder, TextWriter output)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    readonly StringBuilder markdown = new();
    readonly List<Bar> bars = [];

    /// <summary>Those lines of results.json that this call measured; null: it did not measure cost.</summary>
    public IReadOnlyList<CostResult>? Costs { get; set; }

    public IReadOnlyList<Bar> Bars => bars;

    /// <summary>What happens now; on the terminal only.</summary>
    public void Say(string line) => output.WriteLine(line);

    public void Heading(string text) => Write($"## {text}{Environment.NewLine}");

    public void Note(string text) => Write(text + Environment.NewLine);

    public void Show(Table table) => Write(table.ToString());

    public void Judge(Bar bar)
    {
        bars.Add(bar);
        Write($"- {bar}");
    }

    public void EndSection() => Write("");

    /// <summary>Writes results.md, and results.json when cost was measured: a list as others read it.</summary>
    public void Save()
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "results.md"), markdown.ToString());
        File.WriteAllText(
            Path.Combine(folder, "bars.json"),
            JsonSerializer.Serialize(bars.Select(b => new { b.What, b.Value, b.AtMost, b.Unit, b.IsMet }), Json));
        if (Costs is not null)
            File.WriteAllText(Path.Combine(folder, "results.json"), JsonSerializer.Serialize(Costs, Json));
        var missed = bars.Count(b => b.IsMet == false);
        Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{bars.Count(b => b.IsMet == true)} bars met, {missed} missed, {bars.Count(b => b.IsMet is null)} not measured. See {folder}/results.md."));
    }

    void Write(string text)
    {
        markdown.AppendLine(text);
        output.WriteLine(text);
    }
}
