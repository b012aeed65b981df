namespace PerfGate.Gate.Records;

/// <summary>Columns of a series, one value a second.</summary>
/// <param name="Requests">Requests completed.</param>
/// <param name="Failures">The failed ones.</param>
/// <param name="P50Micros">Median response time, microseconds.</param>
/// <param name="P95Micros">95th percentile, microseconds.</param>
/// <param name="P99Micros">99th percentile, microseconds.</param>
public sealed record SeriesColumns(
    IReadOnlyList<long> Requests,
    IReadOnlyList<long> Failures,
    IReadOnlyList<long?> P50Micros,
    IReadOnlyList<long?> P95Micros,
    IReadOnlyList<long?> P99Micros)
{
    /// <summary>Body bytes received; null in a record that did not keep them.</summary>
    public IReadOnlyList<long>? Bytes { get; init; }
}
