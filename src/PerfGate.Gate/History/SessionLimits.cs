using PerfGate.Gate.Comparing;
using PerfGate.Gate.Results;
using PerfGate.Statistics;
using PerfGate.Statistics.History;

namespace PerfGate.Gate.History;

/// <summary>
/// What earlier sessions say of the next one, on the logarithm of a metric: where it lies as a rule, and how far from there before
/// it is news.
/// </summary>
/// <param name="Reference">The median: one bad session does not move it.</param>
/// <param name="Family">Beyond these a session stands out. The chance of a false alarm is that of all judged metrics together.</param>
/// <param name="Single">
/// The same at the confidence of every interval, this metric alone: equivalence is shown only when every metric shows it, so
/// nothing is shared there.
/// </param>
internal sealed record SessionLimits(double Reference, PredictionLimit Family, PredictionLimit Single)
{
    /// <summary>Null when there are too few sessions.</summary>
    /// <param name="sessions">One point of each.</param>
    /// <param name="metrics">How many metrics are judged together.</param>
    /// <param name="limits">How many sessions it takes, and the chances.</param>
    public static SessionLimits? Of(IReadOnlyList<HistoryPoint> sessions, int metrics, ComparisonLimits limits)
    {
        if (sessions.Count < limits.FewestSessions) return null;
        double[] logs = [.. sessions.Select(session => Math.Log(session.Value))];
        return PredictionLimit.TwoSided(logs, limits.FalseAlarms, metrics) is { } family && PredictionLimit.TwoSided(logs, 1 - limits.Confidence) is { } single
            ? new SessionLimits(Median.Of(logs), family, single)
            : null;
    }
}
