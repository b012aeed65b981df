using PerfGate.Gate.Results;
using PerfGate.Reporting.Views;

namespace PerfGate.Reporting.Summary;

/// <summary>What the summary says, before any markup: the parts of github.md's layout in their order.</summary>
internal sealed record SummaryModel
{
    public required string Suite { get; init; }

    public required string Profile { get; init; }

    public required string RunId { get; init; }

    public string? Commit { get; init; }

    public required StateWords State { get; init; }

    /// <summary>The verdict in one line, beginning with the state's title.</summary>
    public required string Verdict { get; init; }

    /// <summary>How much was measured, compared and judged, one phrase each.</summary>
    public required IReadOnlyList<string> Counts { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The gated metrics of a paired session, the worst first, and below them how many more there are; without rows when there was none.</summary>
    public required SummaryTable Paired { get; init; }

    /// <summary>How the paired session went, in one line; null when there was none.</summary>
    public string? Session { get; init; }

    /// <summary>Changes of level in the stored history, the newest first.</summary>
    public required IReadOnlyList<LevelChange> History { get; init; }

    /// <summary>What changed or failed, and nothing else.</summary>
    public required SummaryTable Changed { get; init; }

    /// <summary>The success criteria that are not met, unfolded; all of them are among the details.</summary>
    public required IReadOnlyList<CriterionResult> FailedCriteria { get; init; }

    /// <summary>Everything else, folded; tables without rows are left out.</summary>
    public required IReadOnlyList<SummaryTable> Details { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What the fingerprint is made of, folded.</summary>
    public required SummaryTable Environment { get; init; }

    /// <summary>Response times over the measured time; null when some part of it saw no request.</summary>
    public SummaryTrend? Trend { get; init; }

    /// <summary>The two commits, or the one when nothing was compared.</summary>
    public required string Compared { get; init; }

    public string? Command { get; init; }

    public static SummaryModel Of(Report report) => SummaryBuilder.Build(report);
}
