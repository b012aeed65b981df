using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Paired;

/// <summary>One metric of one endpoint.</summary>
/// <param name="Endpoint">The endpoint's name; "all requests" for all of them together.</param>
/// <param name="Method">The endpoint's method; null for all of them together.</param>
/// <param name="Metric">p50, p95, p99, cpuPerRequest.</param>
public sealed record PairedMetric(string Endpoint, string? Method, string Metric)
{
    static readonly string[] OfAll = [Metrics.P50, Metrics.P95, Metrics.P99, Metrics.CpuPerRequest];
    static readonly string[] OfEach = [Metrics.P50, Metrics.P95, Metrics.P99];

    /// <summary>"p95 of GET /x": unique among the metrics of a suite, and what calibrations call it.</summary>
    public string Name => $"{Words.Metric(Metric)} of {Words.Endpoint(Method, Endpoint)}";

    /// <summary>Every metric that either side has in any of the rounds: those of all requests, then those of each endpoint.</summary>
    internal static IEnumerable<PairedMetric> In(IEnumerable<RoundRecord> rounds)
    {
        foreach (var metric in OfAll) yield return new PairedMetric(EndpointRecord.AllRequests, null, metric);
        var endpoints = rounds.SelectMany(r => r.Baseline.Endpoints.Concat(r.Candidate.Endpoints))
            .Select(e => (e.Name, e.Method))
            .Distinct()
            .OrderBy(e => e.Name, StringComparer.Ordinal)
            .ThenBy(e => e.Method, StringComparer.Ordinal);
        foreach (var (name, method) in endpoints)
        {
            foreach (var metric in OfEach) yield return new PairedMetric(name, method, metric);
        }
    }

    internal double? In(SlotRecord slot) => PairedMetrics.Value(slot, Endpoint, Method, Metric) is > 0 and var value ? value : null;

    internal long Requests(SlotRecord slot) => Method is null
        ? slot.All.Requests
        : slot.Endpoints.FirstOrDefault(e => e.Name == Endpoint && e.Method == Method)?.Requests ?? 0;
}
