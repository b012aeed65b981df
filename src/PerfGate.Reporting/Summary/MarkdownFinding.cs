using PerfGate.Gate.Results;
using PerfGate.Reporting.Views;

namespace PerfGate.Reporting.Summary;

/// <summary>A finding as one paragraph of markdown: what it is and when, the numbers, what they mean, what to try.</summary>
internal static class MarkdownFinding
{
    public static string Of(Finding finding)
    {
        var time = FindingTime.Words(finding) is { } range ? $" ({range})" : "";
        var parts = new[] { finding.Evidence, finding.Meaning ?? "", finding.Advice }.Select(Sentence).Where(part => part.Length > 0);
        return $"**{Title(finding)}**{time}: {string.Join(' ', parts)}".TrimEnd();
    }

    // Emphasis around nothing would show its asterisks.
    static string Title(Finding finding) => MarkdownText.Escape(finding.Title).TrimEnd('.') is { Length: > 0 } title ? title : "Finding";

    /// <summary>Text that ends as a sentence does.</summary>
    public static string Sentence(string text)
    {
        var prose = MarkdownText.Prose(text);
        return prose.Length == 0 || prose[^1] is '.' or '!' or '?' or ':' ? prose : prose + ".";
    }
}
