using PerfGate.Gate.History;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Comparing;

/// <summary>What came of comparing a run.</summary>
/// <param name="Comparisons">One for each endpoint and metric.</param>
/// <param name="Sessions">How many earlier runs the reference is the median of; 0 when it is the newest baseline alone.</param>
/// <param name="Limits">What the history allows, for the metrics that are judged by it.</param>
/// <param name="SmallestVisibleChange">
/// The smallest slowdown that would have been flagged on the noisiest gated metric, as a ratio minus one; null when no gated metric
/// has an interval.
/// </param>
internal sealed record ComparedRun(
    IReadOnlyList<Comparison> Comparisons, int Sessions, IReadOnlyDictionary<MetricKey, SessionLimits> Limits, double? SmallestVisibleChange)
{
    /// <summary>There was nothing to compare with.</summary>
    public static ComparedRun Nothing { get; } = new([], 0, new Dictionary<MetricKey, SessionLimits>(), null);
}
