using PerfGate.Reporting.Summary;

namespace PerfGate.Reporting;

/// <summary>The summary of a run, or of several suites, as text for whoever posts it.</summary>
public static class SummaryMarkdown
{
    /// <summary>
    /// GitHub-flavoured markdown, at most 60,000 bytes of UTF-8, rendered from the records alone; every text that is not ours
    /// is escaped. Its first line is a marker.
    /// </summary>
    public static string Render(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return MarkdownRenderer.Render(SummaryModel.Of(report));
    }

    /// <summary>
    /// The same for several suites: one marker, one line that sums up, and a section for each suite, the gravest first. They
    /// share the 60,000 bytes: what one does not need, the others may use. A single report reads as it does alone.
    /// </summary>
    /// <exception cref="ArgumentException">There is no suite to tell of.</exception>
    public static string Render(IReadOnlyList<SuiteReport> suites)
    {
        ArgumentNullException.ThrowIfNull(suites);
        if (suites.Count == 0) throw new ArgumentException("A summary tells of one suite or more; none was given.", nameof(suites));
        return suites is [{ Report: { } only }] ? Render(only) : SuitesRenderer.Render(suites);
    }
}
