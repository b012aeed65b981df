using PerfGate.Gate.Results;

namespace PerfGate.Reporting.Summary;

/// <summary>A finding as one paragraph of markdown, the same in the summary and in the report.</summary>
internal static class MarkdownFinding
{
    public static string Of(Finding finding) =>
        $"**{MarkdownText.Escape(finding.Title)}** {Sentence(finding.Evidence)} {Sentence(finding.Advice)}".TrimEnd();

    static string Sentence(string text)
    {
        var prose = MarkdownText.Prose(text);
        return prose.Length == 0 || prose[^1] is '.' or '!' or '?' or ':' ? prose : prose + ".";
    }
}
