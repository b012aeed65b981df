using System.Globalization;
using System.Text;

namespace Benchmarks.Reporting;

/// <summary>A table in markdown, aligned so that a terminal shows it as one too. Numbers are to the right.</summary>
internal sealed class Table(params string[] headings)
{
    readonly List<string[]> rows = [];

    /// <summary>Adds a row: text as it is, numbers with a sensible number of digits, null as a dash.</summary>
    public void Add(params object?[] cells) => rows.Add([.. cells.Select(Say)]);

    public override string ToString()
    {
        var widths = headings.Select((heading, i) => Math.Max(3, rows.Select(r => r[i].Length).Append(heading.Length).Max())).ToArray();
        var text = new StringBuilder();
        Write(text, headings, widths);
        text.Append('|').AppendJoin('|', widths.Select((w, i) => i == 0 ? new string('-', w + 2) : new string('-', w + 1) + ":")).AppendLine("|");
        foreach (var row in rows) Write(text, row, widths);
        return text.ToString();
    }

    static void Write(StringBuilder text, string[] cells, int[] widths) =>
        text.Append("| ")
            .AppendJoin(" | ", cells.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i])))
            .AppendLine(" |");

    static string Say(object? cell) => cell switch
    {
        null => "–",
        double number when Math.Abs(number) >= 1000 => number.ToString("#,0", CultureInfo.InvariantCulture),
        double number when Math.Abs(number) >= 100 => number.ToString("0", CultureInfo.InvariantCulture),
        double number when Math.Abs(number) >= 10 => number.ToString("0.0", CultureInfo.InvariantCulture),
        double number => number.ToString("0.00", CultureInfo.InvariantCulture),
        IFormattable number and (int or long) => number.ToString("#,0", CultureInfo.InvariantCulture),
        _ => cell.ToString()!,
    };
}
