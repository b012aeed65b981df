namespace PerfGate.Load.Results;

/// <summary>What completed in one second.</summary>
/// <param name="Requests">Requests completed.</param>
/// <param name="Failures">The failed ones among them.</param>
/// <param name="P50Micros">Median response time in microseconds; null when nothing completed.</param>
/// <param name="P95Micros">95th percentile in microseconds; null when nothing completed.</param>
/// <param name="P99Micros">99th percentile in microseconds; null when nothing completed.</param>
public sealed record SecondStatistics(long Requests, long Failures, long? P50Micros, long? P95Micros, long? P99Micros)
{
    /// <summary>Body bytes received.</summary>
    public long Bytes { get; init; }
}
