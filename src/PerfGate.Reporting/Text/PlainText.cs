using System.Globalization;
using System.Text;

namespace PerfGate.Reporting.Text;

/// <summary>
/// Text from the system under test is data: whatever could steer a terminal, a page or a reader's eye (control,
/// bidirectional and other invisible characters, halves of surrogate pairs) is shown as �, and the length is capped.
/// </summary>
internal static class PlainText
{
    /// <summary>The most characters that a name takes in a report.</summary>
    public const int NameLength = 120;

    const char Replacement = '\uFFFD';

    /// <summary>One line of harmless text, at most <paramref name="limit"/> characters long.</summary>
    public static string Line(string? text, int limit = NameLength) => Cap(Clean(text, keepLines: false).Trim(), limit);

    /// <summary>Harmless text that keeps its line breaks, such as a stack.</summary>
    public static string Block(string? text, int limit = 16_000) => Cap(Clean(text, keepLines: true).TrimEnd(), limit);

    static string Clean(string? text, bool keepLines)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\r' && i + 1 < text.Length && text[i + 1] is '\n') continue;
            if (c is '\n' or '\r' or '\t' or '\u0085' or '\u2028' or '\u2029') clean.Append(keepLines ? c is '\t' ? '\t' : '\n' : ' ');
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) clean.Append(AstralOf(c, text[++i]));
            else clean.Append(Harmless(c) ? c : Replacement);
        }

        return clean.ToString();
    }

    static bool Harmless(char c) =>
        c is not ('\uFFFE' or '\uFFFF')
        && char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate);

    // Plane 14 holds invisible tags and the last two of each plane are no characters at all.
    static string AstralOf(char high, char low)
    {
        var point = char.ConvertToUtf32(high, low);
        return point is >= 0xE0000 and <= 0xE0FFF || (point & 0xFFFE) == 0xFFFE
            ? Replacement.ToString()
            : char.ConvertFromUtf32(point);
    }

    static string Cap(string text, int limit)
    {
        if (text.Length <= limit) return text;
        var cut = char.IsHighSurrogate(text[limit - 2]) ? limit - 2 : limit - 1;
        return string.Concat(text.AsSpan(0, cut), "…");
    }
}
