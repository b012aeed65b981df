namespace PerfGate.Load.Results;

/// <summary>How well the generator itself kept up: a run is only as good as its generator.</summary>
/// <param name="CpuShare">CPU time of the generator's process over wall time times processors, 0 to 1.</param>
/// <param name="ScheduleLagP50Micros">
/// Median of (actually started minus due) over all arrivals and paced tasks, in microseconds; null when nothing was
/// due.
/// </param>
/// <param name="ScheduleLagP99Micros">99th percentile of the same.</param>
/// <param name="ScheduleLagMaxMicros">Largest of the same.</param>
/// <param name="Dropped">
/// Arrivals that became no task: no user was idle, or the generator did not get to them before load ended; always 0 in a closed
/// profile.
///</param>
/// <param name="GcPause">Total time that garbage collections stopped the generator.</param>
/// <param name="GcCollections">Number of garbage collections.</param>
/// <param name="AllocatedBytesPerRequest">Managed bytes allocated by the process per request; null without requests.</param>
public sealed record GeneratorHealth(
    double CpuShare,
    long? ScheduleLagP50Micros,
    long? ScheduleLagP99Micros,
    long? ScheduleLagMaxMicros,
    long Dropped,
    TimeSpan GcPause,
    int GcCollections,
    double? AllocatedBytesPerRequest)
{
    /// <summary>Arrivals that were due, dropped ones included; null in a closed profile.</summary>
    public long? Arrivals { get; init; }

    /// <summary>How many files and sockets the generator's process could open; null where that is not known.</summary>
    public int? FileDescriptors { get; init; }

    /// <summary>Settings of the runtime that matter to a generator, by name.</summary>
    public IReadOnlyDictionary<string, string> Runtime { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
