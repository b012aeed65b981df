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
    double? AllocatedBytesPerRequest);
