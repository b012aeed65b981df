using System.Globalization;
using System.Text;

namespace PerfGate.GitHub;

/// <summary>Text from elsewhere, made fit to be shown.</summary>
internal static class Words
{
    const string Ellipsis = "…";

    /// <summary>One line without control and direction characters, cut at a number of UTF-16 characters.</summary>
    public static string Line(string text, int limit = 200)
    {
        var line = new StringBuilder(Math.Min(text.Length, limit) + 1);
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length > limit) break;
            if (IsShown(rune)) line.Append(rune.ToString());
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }

        return Cut(line.ToString().Trim(), limit);
    }

    /// <summary>At most so many UTF-16 characters; what was cut shows as an ellipsis, and no character is halved.</summary>
    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit) return text;
        var end = limit - Ellipsis.Length;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + Ellipsis;
    }

    static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
