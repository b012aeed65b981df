using PerfGate.Gate.Comparing;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.History;

/// <summary>The history as it is drawn: all requests together, then the endpoints whose response times are judged.</summary>
internal static class HistoryLines
{
    static readonly string[] OfAll = [Metrics.P50, Metrics.P95, Metrics.RequestsPerSecond, Metrics.CpuPerRequest];

    /// <summary>One line for each metric that this run and at least one earlier one have.</summary>
    /// <param name="history">The runs.</param>
    /// <param name="compared">What came of comparing them: it says what is judged, and with which limits.</param>
    /// <param name="run">The run that is the last point.</param>
    public static IReadOnlyList<HistoryLine> Of(RunHistory history, ComparedRun compared, RunRecord run) =>
        [.. Keys(compared, run).Select(key => Line(history, compared, key, run.RunId)).OfType<HistoryLine>()];

    // How many requests arrive in open load is given, and no property of the system.
    static IEnumerable<MetricKey> Keys(ComparedRun compared, RunRecord run) =>
    [
        .. from metric in OfAll
           where metric != Metrics.RequestsPerSecond || !OpenLoad.Is(run)
           select new MetricKey(EndpointRecord.AllRequests, null, metric),
        .. from c in compared.Comparisons
           where c is { Gated: true, Method: not null, Metric: Metrics.P50 or Metrics.P95 }
           select new MetricKey(c.Endpoint, c.Method, c.Metric),
    ];

    static HistoryLine? Line(RunHistory history, ComparedRun compared, MetricKey key, string runId)
    {
        var points = history.All(key);
        if (points.Count < 2) return null;
        var limits = compared.Limits.GetValueOrDefault(key) is { Family: { HasSpread: true } family } ? family : null;
        return new HistoryLine
        {
            Endpoint = key.Endpoint,
            Method = key.Method,
            Metric = key.Metric,
            Points = points,
            Changes = LevelChanges.Find(points, key, runId),
            Lower = limits is null ? null : Math.Exp(limits.Lower),
            Upper = limits is null ? null : Math.Exp(limits.Upper),
        };
    }
}
