namespace PerfGate.Environments.Probes.Containers;

/// <summary>What a container has used at one moment. What could not be read is null.</summary>
/// <param name="CpuSeconds">CPU time since it started.</param>
/// <param name="MemoryBytes">Memory in use, without pages of files that nobody used of late.</param>
/// <param name="ThrottledSeconds">Time its threads were held up by its CPU limit.</param>
/// <param name="ThrottledPeriods">Scheduling periods in which that happened.</param>
/// <param name="FreePeriods">Scheduling periods in which it did not.</param>
/// <param name="OomKills">Processes killed at its memory limit since it started.</param>
internal readonly record struct ContainerUsage(
    double? CpuSeconds,
    double? MemoryBytes,
    double? ThrottledSeconds,
    double? ThrottledPeriods,
    double? FreePeriods,
    double? OomKills);
