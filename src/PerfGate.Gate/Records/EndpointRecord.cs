using PerfGate.Statistics;

namespace PerfGate.Gate.Records;

/// <summary>Requests of one endpoint: counts, distribution, and the usual percentiles of the response time for readers.</summary>
public sealed record EndpointRecord
{
    /// <summary>What all endpoints together are called.</summary>
    public const string AllRequests = "all requests";

    /// <summary>The name under which they are grouped.</summary>
    public required string Name { get; init; }

    /// <summary>GET, POST, …; empty for all endpoints together.</summary>
    public required string Method { get; init; }

    /// <summary>All requests, failed ones included.</summary>
    public required long Requests { get; init; }

    /// <summary>The failed ones.</summary>
    public required long Failures { get; init; }

    /// <summary>Requests per second over the time in which they were asked for; null when no time passed.</summary>
    public required double? RequestsPerSecond { get; init; }

    /// <summary>Body bytes received.</summary>
    public required long BytesReceived { get; init; }

    /// <summary>Smallest response time, microseconds.</summary>
    public required long MinMicros { get; init; }

    /// <summary>Mean response time, microseconds.</summary>
    public required double MeanMicros { get; init; }

    /// <summary>Median response time, microseconds.</summary>
    public required long P50Micros { get; init; }

    /// <summary>95th percentile of the response time, microseconds.</summary>
    public required long P95Micros { get; init; }

    /// <summary>99th percentile of the response time, microseconds.</summary>
    public required long P99Micros { get; init; }

    /// <summary>Largest response time, microseconds.</summary>
    public required long MaxMicros { get; init; }

    /// <summary>Smallest service time, microseconds; null in a record that did not keep it.</summary>
    public long? ServiceMinMicros { get; init; }

    /// <summary>Largest service time, microseconds; null in a record that did not keep it.</summary>
    public long? ServiceMaxMicros { get; init; }

    /// <summary>How many requests were answered with which status, the smallest status first; null in a record that did not keep them.</summary>
    public IReadOnlyList<StatusCount>? Statuses { get; init; }

    /// <summary>The whole distribution of the response time.</summary>
    public required HdrHistogram ResponseTime { get; init; }

    /// <summary>The whole distribution of the service time.</summary>
    public required HdrHistogram ServiceTime { get; init; }

    /// <summary>
    /// The time that opening a connection took, of the requests that had to open one: TCP, and TLS where there is any; null when none had to.
    /// </summary>
    public HdrHistogram? ConnectTime { get; init; }
}
