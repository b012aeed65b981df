using PerfGate.Reporting.Summary;

namespace PerfGate.Reporting;

/// <summary>The summary of a run as text, for whoever posts it.</summary>
public static class SummaryMarkdown
{
    /// <summary>
    /// GitHub-flavoured markdown, at most 60,000 bytes of UTF-8, rendered from the records alone; every text that is not ours
    /// is escaped. Its first line is a marker.
    /// </summary>
    public static string Render(Report report) => MarkdownRenderer.Render(SummaryModel.Of(report));
}
