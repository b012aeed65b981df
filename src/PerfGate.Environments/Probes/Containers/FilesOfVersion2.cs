namespace PerfGate.Environments.Probes.Containers;

/// <summary>Control groups of version 2: one folder for everything (cgroup-v2.rst of the kernel); CPU time in microseconds.</summary>
internal sealed class FilesOfVersion2(string folder) : IContainerFiles
{
    public ContainerUsage Read()
    {
        var scheduling = KernelFile.Read(Path.Combine(folder, "cpu.stat"));
        var throttled = KernelFile.Field(scheduling, "nr_throttled");
        return new ContainerUsage(
            KernelFile.Field(scheduling, "usage_usec") / 1e6,
            KernelFile.Number(Path.Combine(folder, "memory.current"))
                - KernelFile.Field(KernelFile.Read(Path.Combine(folder, "memory.stat")), "inactive_file"),
            KernelFile.Field(scheduling, "throttled_usec") / 1e6,
            throttled,
            KernelFile.Field(scheduling, "nr_periods") - throttled,
            KernelFile.Field(KernelFile.Read(Path.Combine(folder, "memory.events")), "oom_kill"));
    }
}
