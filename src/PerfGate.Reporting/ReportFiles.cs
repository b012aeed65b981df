using PerfGate.Reporting.Csv;
using PerfGate.Reporting.Files;
using PerfGate.Reporting.Html;
using PerfGate.Reporting.JUnit;
using PerfGate.Reporting.Summary;

namespace PerfGate.Reporting;

/// <summary>The files that a run leaves for people, spreadsheets and build servers, beside run.json and result.json.</summary>
public static class ReportFiles
{
    /// <summary>GitHub-flavoured markdown, at most 60,000 bytes of UTF-8; its first line is a marker for updating a comment.</summary>
    public const string Summary = "summary.md";

    /// <summary>One self-contained page: no script, and nothing is loaded from anywhere.</summary>
    public const string Page = "report.html";

    /// <summary>Per endpoint, times in milliseconds, with Locust's columns.</summary>
    public const string Stats = "stats.csv";

    /// <summary>Per second and endpoint, warm-up included, with Locust's columns.</summary>
    public const string StatsHistory = "stats_history.csv";

    /// <summary>Failed requests by endpoint and reason, with Locust's columns and more.</summary>
    public const string Failures = "failures.csv";

    /// <summary>Exceptions of user code, with Locust's columns.</summary>
    public const string Exceptions = "exceptions.csv";

    /// <summary>A test case for the run, for each success criterion, for each target and for each comparison.</summary>
    public const string JUnit = "junit.xml";

    /// <summary>Writes all of them into a folder, which is made when it is missing. Each file is replaced whole or not at all.</summary>
    /// <exception cref="ReportWriteException">A file could not be written: the message says which, why, and what to do.</exception>
    public static async Task WriteAsync(Report report, string folder, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        (string Name, string Text)[] files =
        [
            (Summary, SummaryMarkdown.Render(report)),
            (Page, await HtmlReport.RenderAsync(report)),
            (Stats, StatsCsv.Of(report.Run)),
            (StatsHistory, StatsHistoryCsv.Of(report.Run)),
            (Failures, FailuresCsv.Of(report.Run)),
            (Exceptions, ExceptionsCsv.Of(report.Run)),
            (JUnit, JUnitFile.Of(report)),
        ];
        foreach (var (name, text) in files) await AtomicFile.WriteAsync(Path.Combine(folder, name), text, ct);
    }

    /// <summary>Writes <see cref="Summary"/> of several suites into a folder, which is made when it is missing.</summary>
    /// <exception cref="ReportWriteException">The file could not be written: the message says why, and what to do.</exception>
    public static async Task WriteSummaryAsync(IReadOnlyList<SuiteReport> suites, string folder, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        await AtomicFile.WriteAsync(Path.Combine(folder, Summary), SummaryMarkdown.Render(suites), ct);
    }
}
