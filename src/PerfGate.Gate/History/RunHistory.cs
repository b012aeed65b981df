using PerfGate.Gate.Comparing;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.History;

/// <summary>A run and the earlier ones of its fingerprint, metric by metric.</summary>
/// <param name="earlier">The oldest first, the run itself not among them.</param>
/// <param name="now">The run.</param>
/// <param name="limits">How many requests a value takes.</param>
internal sealed class RunHistory(IReadOnlyList<RunValues> earlier, RunValues now, ComparisonLimits limits)
{
    /// <summary>How many earlier runs there are.</summary>
    public int Count => earlier.Count;

    /// <summary>The run's value; null when it has none, or too few requests for one that is judged.</summary>
    public double? Now(MetricKey key) => now.Value(key, limits.Fewest(key.Metric));

    /// <summary>The earlier runs that have the metric from enough requests, the oldest first.</summary>
    public IReadOnlyList<HistoryPoint> Earlier(MetricKey key) => [.. earlier.Where(run => Comparable(run, key)).Select(run => Point(run, key)).OfType<HistoryPoint>()];

    /// <summary>Those and the run, which is the last; empty when the run has no value.</summary>
    public IReadOnlyList<HistoryPoint> All(MetricKey key) => Point(now, key) is { } last ? [.. Earlier(key), last] : [];

    bool Comparable(RunValues run, MetricKey key) => key.Metric != Metrics.CpuPerRequest || run.Cpu?.Services == now.Cpu?.Services;

    HistoryPoint? Point(RunValues run, MetricKey key) =>
        run.Value(key, limits.Fewest(key.Metric)) is { } value ? new HistoryPoint(run.RunId, run.Commit, run.StartedAt, value) : null;
}
