using PerfGate.Gate.Records;

namespace PerfGate.Gate.Paired;

/// <summary>What slots are compared by.</summary>
public static class PairedMetrics
{
    /// <summary>A slot's value in the metric's unit; null where it has none.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="endpoint">The endpoint's name; <see cref="EndpointRecord.AllRequests"/> for all of them together.</param>
    /// <param name="method">The endpoint's method; null for all of them together.</param>
    /// <param name="metric">p50, p95, p99, cpuPerRequest, errorRate.</param>
    public static double? Value(SlotRecord slot, string endpoint, string? method, string metric)
    {
        ArgumentNullException.ThrowIfNull(slot);
        var seen = method is null && endpoint == EndpointRecord.AllRequests
            ? slot.All
            : slot.Endpoints.FirstOrDefault(e => e.Name == endpoint && e.Method == method);
        return seen is not { Requests: > 0 } ? null : metric switch
        {
            Metrics.P50 => seen.P50,
            Metrics.P95 => seen.P95,
            Metrics.P99 => seen.P99,
            Metrics.ErrorRate => (double)seen.Failures / seen.Requests,
            Metrics.CpuPerRequest when ReferenceEquals(seen, slot.All) => slot.CpuSeconds * 1e6 / seen.Requests,
            _ => null,
        };
    }
}
