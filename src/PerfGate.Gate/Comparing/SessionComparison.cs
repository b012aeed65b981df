using PerfGate.Gate.History;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Statistics;

namespace PerfGate.Gate.Comparing;

/// <summary>
/// One metric against the sessions of its history: the reference is their median, and what sessions differ by is what these did.
/// </summary>
/// <remarks>
/// Its interval is where the build's own level may lie, at the confidence of every interval: as far from the sessions' mean as the
/// run is, give or take the prediction limits of a single metric. Flagged takes more, as the chance of a false alarm is shared by
/// all metrics; a metric that is flagged as worse has not passed, however small the change.
/// </remarks>
internal static class SessionComparison
{
    const string NoSpread = "all earlier runs have the same value, which does not tell what sessions differ by";

    /// <summary>What a comparison says once the history is asked.</summary>
    /// <param name="blank">Which metric.</param>
    /// <param name="now">The run's value, above zero.</param>
    /// <param name="sessions">What the history allows.</param>
    /// <param name="limits">What counts as no change.</param>
    public static Comparison Compare(MetricKey blank, double now, SessionLimits sessions, ComparisonLimits limits)
    {
        var log = Math.Log(now);
        var gated = new Comparison
        {
            Endpoint = blank.Endpoint,
            Method = blank.Method,
            Metric = blank.Metric,
            Baseline = Math.Exp(sessions.Reference),
            Candidate = now,
            Change = LogRatio.ToChange(log - sessions.Reference),
            Verdict = Verdict.Inconclusive,
            Gated = true,
        };
        if (!sessions.Family.HasSpread) return gated with { Note = NoSpread };

        var (above, below) = (sessions.Family.IsAbove(log) is true, sessions.Family.IsBelow(log) is true);
        var change = LogRatio.ToChange(new Interval(log - sessions.Single.Upper, log - sessions.Single.Mean, log - sessions.Single.Lower));
        return gated with
        {
            Lower = change.Lower,
            Upper = change.Upper,
            Flagged = above || below,
            Verdict = change.LiesWithin(-limits.Tolerance, limits.Tolerance) && !(Metrics.MoreIsBetter(blank.Metric) ? below : above)
                ? Verdict.Passed
                : Verdict.Inconclusive,
        };
    }

    /// <summary>The smallest slowdown from the reference that would have been flagged, as a ratio minus one; null without a spread.</summary>
    public static double? SmallestVisibleChange(MetricKey key, SessionLimits sessions) => !sessions.Family.HasSpread ? null
        : LogRatio.ToChange(Metrics.MoreIsBetter(key.Metric) ? sessions.Reference - sessions.Family.Lower : sessions.Family.Upper - sessions.Reference);
}
