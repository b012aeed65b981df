namespace PerfGate.Environments.Compose;

/// <summary>What one container may use. Null is "as the compose file says".</summary>
/// <param name="Cpus">Processors, such as 1.5; more than zero.</param>
/// <param name="MemoryBytes">Memory in bytes, swap included: beyond it the kernel kills. At least 6 MiB.</param>
public sealed record ServiceLimits(double? Cpus = null, long? MemoryBytes = null);
