using PerfGate.Gate.History;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Comparing;

/// <summary>
/// A run against an earlier one. Two sessions differ for reasons of their own, so this never says regressed or improved: it
/// says passed where equivalence shows in spite of that, flags what stands out, and is inconclusive otherwise.
/// </summary>
internal static class StoredComparison
{
    /// <summary>
    /// Against the median of the history where it has enough sessions of a metric, else against the newest baseline. Error rates
    /// are always held against the newest: they are of the build and not of the session, and in a history a failure that was
    /// repaired since would hide a new one.
    /// </summary>
    /// <param name="baseline">The newest baseline.</param>
    /// <param name="history">The earlier runs and this one.</param>
    /// <param name="candidate">This run.</param>
    /// <param name="limits">The numbers behind it.</param>
    public static ComparedRun Compare(RunRecord baseline, RunHistory history, RunRecord candidate, ComparisonLimits limits)
    {
        var newest = Compare(baseline, candidate, limits);
        if (history.Count < limits.FewestSessions)
            return ComparedRun.Nothing with { Comparisons = newest, SmallestVisibleChange = SmallestVisibleChange(newest) };

        var held = Judged(newest, candidate)
            .Select(key => (Key: key, Now: history.Now(key), Sessions: history.Earlier(key)))
            .Where(metric => metric.Now is not null && metric.Sessions.Count >= limits.FewestSessions)
            .ToList();
        var sessions = held.ToDictionary(metric => metric.Key, metric => SessionLimits.Of(metric.Sessions, held.Count, limits)!);
        var judged = held.ToDictionary(metric => metric.Key, metric => SessionComparison.Compare(metric.Key, metric.Now!.Value, sessions[metric.Key], limits));
        IReadOnlyList<Comparison> comparisons = [.. Keys(newest, judged.Keys).Select(pair => judged.GetValueOrDefault(pair.Key) ?? Alone(pair.Newest!, history, limits))];
        return new ComparedRun(
            comparisons,
            held.Select(metric => metric.Sessions.Count).DefaultIfEmpty().Max(),
            sessions,
            comparisons.Where(c => !judged.ContainsKey(Key(c))).Select(VisibleIfGated)
                .Concat(sessions.Select(s => SessionComparison.SmallestVisibleChange(s.Key, s.Value)))
                .Max());
    }

    /// <summary>
    /// What a paired session is worth having for: the gated changes that stand out and are for the worse, the largest first. None: there
    /// is nothing to settle.
    /// </summary>
    public static IReadOnlyList<Comparison> Suspects(IEnumerable<Comparison> comparisons) =>
        [.. comparisons.Where(c => c is { Flagged: true, Gated: true } && IsWorse(c)).OrderByDescending(Size)];

    /// <summary>How large a change is, whichever way it goes: a half is as much as twice. One from nothing is larger than any other.</summary>
    public static double Size(Comparison c) => c.Change is { } change ? Math.Abs(Math.Log(Math.Max(1e-9, 1 + change))) : double.MaxValue;

    /// <summary>Every metric of all requests, then of each endpoint of either side, in order of their names.</summary>
    public static IReadOnlyList<Comparison> Compare(RunRecord baseline, RunRecord candidate, ComparisonLimits limits)
    {
        var metrics = new MetricComparison(limits, baseline, candidate);
        return
        [
            .. Metrics.Compared.Select(metric => metrics.Compare(EndpointRecord.AllRequests, null, metric, baseline.Overall, candidate.Overall)),
            .. metrics.Cpu() is { } cpu ? [cpu] : Array.Empty<Comparison>(),
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
        comparisons.Max(VisibleIfGated);

    static double? VisibleIfGated(Comparison c) => c.Gated && c.Metric != Metrics.ErrorRate ? SmallestVisibleChange(c) : null;

    // A slowdown is flagged once it exceeds the reach of the interval towards "no change": downwards for times, upwards for rates.
    static double? SmallestVisibleChange(Comparison c) => c is not { Change: { } change, Lower: { } lower, Upper: { } upper } ? null
        : Metrics.MoreIsBetter(c.Metric) ? (1 + upper) / (1 + change) - 1
        : (1 + change) / (1 + lower) - 1;

    // The metrics that the history may judge. The CPU time may be in the history and not in the newest baseline.
    static IEnumerable<MetricKey> Judged(IReadOnlyList<Comparison> newest, RunRecord candidate) => newest
        .Select(Key)
        .Where(key => key.Metric is Metrics.P50 or Metrics.P95 or Metrics.P99 || (key is { Metric: Metrics.RequestsPerSecond, Method: null } && !OpenLoad.Is(candidate)))
        .Append(Cpu);

    // All that is compared, in its order, the CPU time after what else is known of all requests.
    static IEnumerable<(MetricKey Key, Comparison? Newest)> Keys(IReadOnlyList<Comparison> newest, IEnumerable<MetricKey> judged)
    {
        var all = newest.Select(c => (Key(c), (Comparison?)c)).ToList();
        if (judged.Contains(Cpu) && !newest.Any(c => Key(c) == Cpu)) all.Insert(Metrics.Compared.Count, (Cpu, null));
        return all;
    }

    // Beside metrics that are held against many runs, one that is held against a single one says so.
    static Comparison Alone(Comparison newest, RunHistory history, ComparisonLimits limits) =>
        newest is { Gated: true, Candidate: not null, Metric: not Metrics.ErrorRate }
            ? newest with { Note = $"against the newest run alone: {history.Earlier(Key(newest)).Count} earlier runs can tell, and it takes {limits.FewestSessions}" }
            : newest;

    static bool IsWorse(Comparison c) => Metrics.MoreIsBetter(c.Metric) ? c.Candidate < c.Baseline : c.Candidate > c.Baseline;

    static MetricKey Cpu => new(EndpointRecord.AllRequests, null, Metrics.CpuPerRequest);

    static MetricKey Key(Comparison c) => new(c.Endpoint, c.Method, c.Metric);

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
