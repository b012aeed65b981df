namespace PerfGate.Gate.Records;

/// <summary>How the load generator itself kept up. What could not be measured is null.</summary>
/// <param name="CpuShare">Its CPU time over wall time times processors, 0 to 1.</param>
/// <param name="ScheduleLagP50Micros">Median of started minus due, microseconds.</param>
/// <param name="ScheduleLagP99Micros">99th percentile of the same.</param>
/// <param name="ScheduleLagMaxMicros">Largest of the same.</param>
/// <param name="Dropped">Arrivals that found no free place.</param>
/// <param name="GcPauseMillis">Total stop of garbage collections, milliseconds.</param>
/// <param name="GcCollections">Number of garbage collections.</param>
/// <param name="AllocatedBytesPerRequest">Managed bytes allocated per request.</param>
public sealed record GeneratorRecord(
    double CpuShare,
    long? ScheduleLagP50Micros,
    long? ScheduleLagP99Micros,
    long? ScheduleLagMaxMicros,
    long Dropped,
    double GcPauseMillis,
    int GcCollections,
    double? AllocatedBytesPerRequest)
{
    /// <summary>Arrivals that were due, dropped ones included; null in a closed profile.</summary>
    public long? Arrivals { get; init; }

    /// <summary>Settings of the runtime that matter to a generator, by name; empty in a record that did not keep them.</summary>
    public IReadOnlyDictionary<string, string> Runtime { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
