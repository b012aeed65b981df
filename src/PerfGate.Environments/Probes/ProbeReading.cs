namespace PerfGate.Environments.Probes;

/// <summary>What a service uses at one moment. Null is "could not be read", and never zero.</summary>
/// <param name="CpuSeconds">CPU time since it started, user and system, all its processes, in seconds.</param>
/// <param name="MemoryBytes">Resident memory of all its processes; pages that they share count more than once.</param>
public sealed record ProbeReading(double? CpuSeconds, long? MemoryBytes)
{
    /// <summary>Nothing could be read.</summary>
    public static ProbeReading Nothing { get; } = new(CpuSeconds: null, MemoryBytes: null);
}
