using System.Globalization;
using System.Text;
using PerfGate.Load.Results;
using Spectre.Console;

namespace PerfGate.Frosting.Progress;

/// <summary>The words of a progress report, the same in every culture and harmless to a terminal.</summary>
internal static class ProgressText
{
    const string Unknown = "–";

    static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>Time since the start: 00:12, 1:02:03, 1.01:02:03.</summary>
    public static string Clock(TimeSpan time) => time.ToString(
        time.TotalHours switch
        {
            < 1 => @"mm\:ss",
            < 24 => @"h\:mm\:ss",
            _ => @"d\.hh\:mm\:ss",
        },
        Culture);

    /// <summary>Time to come, begun seconds counted whole: 26 s, 4 min 10 s, 2 h 5 min.</summary>
    public static string Left(TimeSpan time)
    {
        var seconds = Math.Max(0, (long)Math.Ceiling(time.TotalSeconds));
        return seconds switch
        {
            < 100 => string.Create(Culture, $"{seconds} s"),
            < 6000 => string.Create(Culture, $"{seconds / 60} min {seconds % 60} s"),
            _ => string.Create(Culture, $"{seconds / 3600} h {seconds % 3600 / 60} min"),
        };
    }

    /// <summary>A response time in microseconds: 340 µs, 3.1 ms, 12 ms, 1.25 s; a dash when nothing was measured.</summary>
    public static string ResponseTime(long? micros) => micros switch
    {
        null => Unknown,
        < 1_000 => string.Create(Culture, $"{micros} µs"),
        < 9_950 => string.Create(Culture, $"{micros / 1e3:0.0} ms"),
        < 999_500 => string.Create(Culture, $"{micros / 1e3:0} ms"),
        _ => string.Create(Culture, $"{micros / 1e6:0.00} s"),
    };

    /// <summary>A count: 1,234.</summary>
    public static string Count(long count) => count.ToString("N0", Culture);

    /// <summary>A count with its noun: 1 failure, 1,234 failures.</summary>
    public static string Count(long count, string noun) => $"{Count(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>What completed in one second, as a rate, and beside it the rate of arrivals that an open stage wants.</summary>
    public static string Rate(LoadProgress report) => report.WantedRate is { } wanted
        ? string.Create(Culture, $"{Rate(report.All)}, {wanted:N1} arrivals/s wanted")
        : Rate(report.All);

    /// <summary>What completed in one second, as a rate.</summary>
    public static string Rate(SecondStatistics second) => string.Create(Culture, $"{second.Requests:N1} req/s");

    /// <summary>A name from a suite or a system on one line, with what a terminal could act on as a question mark.</summary>
    public static string Name(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
            text.Append(IsHarmless(rune) ? rune.ToString() : "?");
        return text.ToString();
    }

    /// <summary>As much of a text as fits in a number of terminal cells, cut with an ellipsis.</summary>
    public static string Fit(string text, int cells)
    {
        if (cells <= 0) return "";
        if (text.GetCellWidth() <= cells) return text;
        var kept = new StringBuilder();
        var used = 1;
        foreach (var rune in text.EnumerateRunes())
        {
            used += rune.ToString().GetCellWidth();
            if (used > cells) break;
            kept.Append(rune.ToString());
        }

        return kept.Append('…').ToString();
    }

    static bool IsHarmless(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
        && rune != Rune.ReplacementChar;
}
