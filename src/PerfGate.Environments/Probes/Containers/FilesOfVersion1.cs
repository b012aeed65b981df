namespace PerfGate.Environments.Probes.Containers;

/// <summary>Control groups of version 1: a folder for each controller (cgroup-v1/cpuacct.rst, memory.rst of the kernel).</summary>
internal sealed class FilesOfVersion1(string accounting, string cpu, string memory) : IContainerFiles
{
    public ContainerUsage Read()
    {
        var scheduling = KernelFile.Read(Path.Combine(cpu, "cpu.stat"));
        var throttled = KernelFile.Field(scheduling, "nr_throttled");
        return new ContainerUsage(
            KernelFile.Number(Path.Combine(accounting, "cpuacct.usage")) / 1e9,
            KernelFile.Number(Path.Combine(memory, "memory.usage_in_bytes"))
                - KernelFile.Field(KernelFile.Read(Path.Combine(memory, "memory.stat")), "total_inactive_file"),
            KernelFile.Field(scheduling, "throttled_time") / 1e9,
            throttled,
            KernelFile.Field(scheduling, "nr_periods") - throttled,
            KernelFile.Field(KernelFile.Read(Path.Combine(memory, "memory.oom_control")), "oom_kill"));
    }
}
