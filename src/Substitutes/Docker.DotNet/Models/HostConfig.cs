namespace Docker.DotNet.Models;

/// <summary>Limits of a container.</summary>
public class HostConfig
{
    /// <summary>CPU limit in billionths of a CPU; 0 for none.</summary>
    public long NanoCPUs { get; set; }

    /// <summary>Accounting period of the CPU limit, microseconds; 0 for the kernel's.</summary>
    public long CPUPeriod { get; set; }

    /// <summary>CPU time in each period, microseconds; 0 for no limit of this kind.</summary>
    public long CPUQuota { get; set; }

    /// <summary>CPUs that it is pinned to, such as <c>0-2,4</c>; empty for all.</summary>
    public string CpusetCpus { get; set; }

    /// <summary>Memory limit, bytes; 0 for none.</summary>
    public long Memory { get; set; }

    /// <summary>Limit of memory and swap together, bytes; -1 for none, 0 for twice the memory limit.</summary>
    public long MemorySwap { get; set; }
}
