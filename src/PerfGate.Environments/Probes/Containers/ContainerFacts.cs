using Docker.DotNet.Models;

namespace PerfGate.Environments.Probes.Containers;

/// <summary>What the engine knows of a container.</summary>
/// <param name="Pid">Its first process, as the engine numbers it; 0 while it does not run.</param>
/// <param name="Status">running, restarting, exited, …</param>
/// <param name="StartedAt">When it was started last: another one for each life.</param>
/// <param name="RestartCount">How often the engine started it again by itself.</param>
/// <param name="OomKilled">Whether its latest life, or the one before it while it runs, ended at its memory limit.</param>
/// <param name="CpuLimit">Processors that it may use; null when it has no limit.</param>
/// <param name="MemoryLimit">Bytes that it may use; null when it has no limit.</param>
internal sealed record ContainerFacts(
    long Pid, string Status, string StartedAt, long RestartCount, bool OomKilled, double? CpuLimit, double? MemoryLimit)
{
    const double DefaultPeriod = 100_000;

    public bool IsRunning => Pid > 0;

    public static ContainerFacts Of(ContainerInspectResponse container) => new(
        container.State.Pid,
        container.State.Status,
        container.State.StartedAt,
        container.RestartCount,
        container.State.OOMKilled,
        Processors(container.HostConfig),
        container.HostConfig?.Memory is > 0 and var bytes ? bytes : null);

    static double? Processors(HostConfig? limits) => limits switch
    {
        null => null,
        { NanoCPUs: > 0 and var nanos } => nanos / 1e9,
        { CPUQuota: > 0 and var quota } => quota / (limits.CPUPeriod > 0 ? limits.CPUPeriod : DefaultPeriod),
        { CpusetCpus.Length: > 0 } => limits.CpusetCpus.Split(',').Sum(Width),
        _ => null,
    };

    // 3, or 0-2.
    static double Width(string range) =>
        range.Split('-') is [var first, var last] && int.TryParse(first, out var from) && int.TryParse(last, out var to) ? to - from + 1 : 1;
}
