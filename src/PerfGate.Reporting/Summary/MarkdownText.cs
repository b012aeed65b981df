using System.Text;
using PerfGate.Reporting.Text;

namespace PerfGate.Reporting.Summary;

/// <summary>
/// Text as markdown that shows exactly that text: nothing in it is read as markup, as a mention, a reference or a link.
/// </summary>
internal static class MarkdownText
{
    // GitHub looks for mentions, references and addresses after it has resolved escapes; a zero-width space stops it.
    const string Separator = "&#8203;";

    /// <summary>One line of text from anywhere, escaped.</summary>
    public static string Escape(string text, int limit = 200) => Neutralise(PlainText.Line(text, limit));

    /// <summary>
    /// Sentences, in which `code` between two backticks stays code and everything else is escaped.
    /// </summary>
    public static string Prose(string text, int limit = 1000)
    {
        var parts = PlainText.Line(text, limit).Split('`');
        if (parts.Length % 2 == 0) return Escape(text, limit);
        return string.Concat(parts.Select((part, i) => i % 2 == 0 ? Neutralise(part) : Code(part)));
    }

    /// <summary>A block of code whose fence is longer than any run of backticks in it.</summary>
    public static string CodeBlock(string text)
    {
        var code = PlainText.Block(text, 4000);
        var fence = new string('`', Math.Max(3, LongestRun(code) + 1));
        return $"{fence}sh\n{code}\n{fence}";
    }

    static string Neutralise(string plain)
    {
        var safe = new StringBuilder(plain.Length + 16);
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i];
            _ = c switch
            {
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '&' => safe.Append("&amp;"),
                '@' or '#' => safe.Append(c).Append(Separator),
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '$' or '!' => safe.Append('\\').Append(c),
                ':' when plain.AsSpan(i + 1).StartsWith("//") => safe.Append(':').Append(Separator),
                '.' when EndsWithWww(plain, i) => safe.Append(Separator).Append('.'),
                _ => safe.Append(c),
            };
        }

        return safe.ToString();
    }

    static string Code(string text) => text.Trim().Length == 0 ? text : $"`{text}`";

    static bool EndsWithWww(string text, int dot) =>
        dot >= 3 && text.AsSpan(dot - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase);

    static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
