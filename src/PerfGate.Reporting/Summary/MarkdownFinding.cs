using PerfGate.Gate.Results;

namespace PerfGate.Reporting.Summary;

/// <summary>A finding as one paragraph of markdown, the same in the summary and in the report.</summary>
internal static class MarkdownFinding
{
    public static string Of(Finding finding) =>
        string.Join(' ', new[] { Strong(finding.Title), Sentence(finding.Evidence), Sentence(finding.Advice) }.Where(part => part.Length > 0));

    static string Strong(string text) => MarkdownText.Escape(text) is { Length: > 0 } title ? $"**{title}**" : "";

    static string Sentence(string text)
    {
        var prose = MarkdownText.Prose(text);
        return prose.Length == 0 || prose[^1] is '.' or '!' or '?' or ':' ? prose : prose + ".";
    }
}
