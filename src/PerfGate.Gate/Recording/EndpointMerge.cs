using PerfGate.Gate.Records;
using PerfGate.Statistics;

namespace PerfGate.Gate.Recording;

/// <summary>Puts requests of several stages or endpoints together: histograms are merged, percentiles never averaged.</summary>
internal static class EndpointMerge
{
    /// <summary>One record per name and method, in their order.</summary>
    public static List<EndpointRecord> ByName(IEnumerable<EndpointRecord> parts, double seconds) =>
    [
        .. parts.GroupBy(p => (p.Name, p.Method))
            .OrderBy(same => same.Key.Name, StringComparer.Ordinal)
            .ThenBy(same => same.Key.Method, StringComparer.Ordinal)
            .Select(same => Merge(same.Key.Name, same.Key.Method, same, seconds)),
    ];

    /// <summary>All of them as one; null when there is none.</summary>
    public static EndpointRecord? All(IReadOnlyCollection<EndpointRecord> parts, double seconds) =>
        parts.Count == 0 ? null : Merge(EndpointRecord.AllRequests, "", parts, seconds);

    /// <summary>The parts as one record.</summary>
    public static EndpointRecord Merge(string name, string method, IEnumerable<EndpointRecord> parts, double seconds)
    {
        var (response, service) = (new HdrHistogram(), new HdrHistogram());
        HdrHistogram? connect = null;
        var (requests, failures, bytes) = (0L, 0L, 0L);
        SortedDictionary<int, long>? statuses = [];
        foreach (var part in parts)
        {
            requests += part.Requests;
            failures += part.Failures;
            bytes += part.BytesReceived;
            response.Add(part.ResponseTime);
            service.Add(part.ServiceTime);
            if (part.ConnectTime is { } opened) (connect ??= new HdrHistogram()).Add(opened);
            if (part.Statuses is null) statuses = null;
            foreach (var (status, count) in part.Statuses ?? [])
                if (statuses is not null) statuses[status] = statuses.GetValueOrDefault(status) + count;
        }

        return Describe(new EndpointCounts(name, method, requests, failures, bytes, statuses is null ? null : [.. statuses.Select(s => new StatusCount(s.Key, s.Value))]), response, service, connect, seconds);
    }

    /// <summary>Counts and distributions with the percentiles that readers expect; there is at least one request.</summary>
    public static EndpointRecord Describe(EndpointCounts counts, HdrHistogram response, HdrHistogram service, HdrHistogram? connect, double seconds) => new()
    {
        Name = counts.Name,
        Method = counts.Method,
        Requests = counts.Requests,
        Failures = counts.Failures,
        RequestsPerSecond = seconds > 0 ? counts.Requests / seconds : null,
        BytesReceived = counts.BytesReceived,
        MinMicros = response.MinMicros,
        MeanMicros = response.MeanMicros,
        P50Micros = response.QuantileMicros(0.50),
        P95Micros = response.QuantileMicros(0.95),
        P99Micros = response.QuantileMicros(0.99),
        MaxMicros = response.MaxMicros,
        ServiceMinMicros = service.MinMicros,
        ServiceMaxMicros = service.MaxMicros,
        Statuses = counts.Statuses is null ? null : [.. counts.Statuses.OrderBy(s => s.Status)],
        ResponseTime = response,
        ServiceTime = service,
        ConnectTime = connect,
    };
}
