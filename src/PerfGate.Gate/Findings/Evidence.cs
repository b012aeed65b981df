using System.Globalization;
using PerfGate.Gate.Judging;

namespace PerfGate.Gate.Findings;

/// <summary>Numbers, texts and times as the evidence of findings says them, beside <see cref="Words"/>.</summary>
internal static class Evidence
{
    const int LongestText = 120;
    const int MostItems = 3;

    /// <summary>Three digits, thousands apart.</summary>
    public static string Number(double value) => Math.Abs(value) switch
    {
        >= 100 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.ToString("0.##", CultureInfo.InvariantCulture),
    };

    /// <summary>A statement or a line of a log in quotes, cut to what a reader takes in.</summary>
    public static string Quote(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return $"\"{(line.Length <= LongestText ? line : $"{line[..(LongestText - 1)].TrimEnd()}…")}\"";
    }

    /// <summary>", between second 5 and 25": nothing when that is not known.</summary>
    public static string Between(double? from, double? to) =>
        from is not { } first || to is not { } last ? ""
        : Second(first) == Second(last) ? $", at second {Second(first)}"
        : $", between second {Second(first)} and {Second(last)}";

    /// <summary>The first and the last of some moments; null when there is none.</summary>
    public static (double? From, double? To) Ends(IEnumerable<double> seconds)
    {
        var all = seconds.Select(second => (double?)second).ToList();
        return (all.Min(), all.Max());
    }

    /// <summary>"a, b, c and 2 more".</summary>
    public static string Items(IReadOnlyList<string> items) =>
        string.Join(", ", items.Take(MostItems)) + (items.Count > MostItems ? $" and {items.Count - MostItems} more" : "");

    static string Second(double second) => second.ToString("0", CultureInfo.InvariantCulture);
}
