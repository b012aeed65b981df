using System.Globalization;

namespace PerfGate.Reporting.Terminal;

/// <summary>A sentence on a line of its own.</summary>
internal static class TextLine
{
    /// <summary>Its beginning where it is too long, in at most <paramref name="width"/> columns.</summary>
    public static string Cut(string text, int width)
    {
        var parts = StringInfo.ParseCombiningCharacters(text);
        return parts.Length <= width ? text : string.Concat(text.AsSpan(0, parts[width - 1]).TrimEnd(), "…");
    }
}
