namespace PerfGate.Reporting.Tests.Samples;

/// <summary>Names that try to become markup, a mention, a link, a formula or a control sequence.</summary>
internal static class Hostility
{
    static readonly string[] Fragments =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</details>", "</td></tr></table>", "-->", "<!--", "]]>", "| a | b |", "\\|", "\\", "`", "```\n",
        "@everyone", "#12", "[x](javascript:alert(1))", "![x](http://evil.example/x.png)", "http://evil.example", "www.evil.example", "**bold**", "_it_", "~~gone~~",
        "$x$", "&lt;", "&#60;", "\r\n\r\n# Title\n", "\n- item", "\t", "\0", "\u001b[31m", "\u202e", "\u200b", "\u2066", "\ufeff", "\ud800", "\udc00x", "\uffff", "=1+1", "+1", "-1", "@SUM(A1)",
        "\"quoted\"", "'", "{{7*7}}", "@(1+1)", "😀", "e\u0301", "مرحبا", "/api/v1/x", " ", "::warning::", "%0A", ";", ",",
    ];

    /// <summary>As many names as wanted, each made of a few fragments; the same ones every time.</summary>
    public static IEnumerable<string> Names(int count)
    {
        var random = new Random(20261121);
        for (var i = 0; i < count; i++)
            yield return string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Fragments[random.Next(Fragments.Length)]));
        foreach (var fragment in Fragments) yield return fragment;
        yield return new string('<', 5000);
        yield return new string('`', 300);
    }
}
