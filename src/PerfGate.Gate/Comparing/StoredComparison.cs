using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Comparing;

/// <summary>
/// A run against an earlier one. Two sessions differ for reasons of their own, so this never says regressed or improved: it
/// says passed where equivalence shows in spite of that, flags what stands out, and is inconclusive otherwise.
/// </summary>
internal static class StoredComparison
{
    /// <summary>Every metric of all requests, then of each endpoint of either side, in order of their names.</summary>
    public static IReadOnlyList<Comparison> Compare(RunRecord baseline, RunRecord candidate, ComparisonLimits limits)
    {
        var metrics = new MetricComparison(limits, baseline.Totals.Seconds, candidate.Totals.Seconds);
        return
        [
            .. Metrics.Compared.Select(metric => metrics.Compare(EndpointRecord.AllRequests, null, metric, baseline.Overall, candidate.Overall)),
            .. from pair in Pairs(baseline, candidate)
               from metric in Metrics.Compared
               select metrics.Compare(pair.Name, pair.Method, metric, pair.Baseline, pair.Candidate),
        ];
    }

    /// <summary>
    /// The smallest slowdown that would have been flagged on the noisiest gated metric, as a ratio minus one; null when no
    /// gated metric has an interval.
    /// </summary>
    public static double? SmallestVisibleChange(IEnumerable<Comparison> comparisons) =>
        comparisons.Where(c => c.Gated && c.Metric != Metrics.ErrorRate).Max(SmallestVisibleChange);

    // A slowdown is flagged once it exceeds the reach of the interval towards "no change": downwards for times, upwards for rates.
    static double? SmallestVisibleChange(Comparison c) => c is not { Change: { } change, Lower: { } lower, Upper: { } upper } ? null
        : Metrics.MoreIsBetter(c.Metric) ? (1 + upper) / (1 + change) - 1
        : (1 + change) / (1 + lower) - 1;

    static IEnumerable<(string Name, string Method, EndpointRecord? Baseline, EndpointRecord? Candidate)> Pairs(RunRecord baseline, RunRecord candidate)
    {
        var (before, now) = (ByName(baseline), ByName(candidate));
        return before.Keys.Union(now.Keys)
            .OrderBy(key => key.Name, StringComparer.Ordinal)
            .ThenBy(key => key.Method, StringComparer.Ordinal)
            .Select(key => (key.Name, key.Method, before.GetValueOrDefault(key), now.GetValueOrDefault(key)));
    }

    static Dictionary<(string Name, string Method), EndpointRecord> ByName(RunRecord run) => run.Endpoints.ToDictionary(e => (e.Name, e.Method));
}
