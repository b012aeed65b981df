namespace Docker.DotNet.Models;

/// <summary>The machine that the engine runs on, as the engine sees it.</summary>
public class SystemInfoResponse
{
    /// <summary>Identity of the engine.</summary>
    public string ID { get; set; }

    /// <summary>Host name.</summary>
    public string Name { get; set; }

    /// <summary>Version of the engine.</summary>
    public string ServerVersion { get; set; }

    /// <summary>Name of the operating system's distribution.</summary>
    public string OperatingSystem { get; set; }

    /// <summary><c>linux</c> or <c>windows</c>.</summary>
    public string OSType { get; set; }

    /// <summary>Architecture in the kernel's words, such as <c>x86_64</c>.</summary>
    public string Architecture { get; set; }

    /// <summary>Release of the kernel.</summary>
    public string KernelVersion { get; set; }

    /// <summary>Logical CPUs that the engine can use.</summary>
    public long NCPU { get; set; }

    /// <summary>Memory of the machine, bytes.</summary>
    public long MemTotal { get; set; }

    /// <summary>Whether the kernel can limit the memory of a container.</summary>
    public bool MemoryLimit { get; set; }

    /// <summary>Whether the kernel can limit the swap of a container.</summary>
    public bool SwapLimit { get; set; }

    /// <summary>Whether the kernel can limit the CPU time of a container.</summary>
    public bool CPUCfsQuota { get; set; }

    /// <summary>Whether the kernel can pin a container to CPUs.</summary>
    public bool CPUSet { get; set; }

    /// <summary><c>cgroupfs</c> or <c>systemd</c>.</summary>
    public string CgroupDriver { get; set; }

    /// <summary><c>1</c> or <c>2</c>.</summary>
    public string CgroupVersion { get; set; }

    /// <summary>Where the engine keeps images and volumes.</summary>
    public string DockerRootDir { get; set; }

    /// <summary>Containers, running or not.</summary>
    public long Containers { get; set; }

    /// <summary>Containers that run.</summary>
    public long ContainersRunning { get; set; }

    /// <summary>Images on the machine.</summary>
    public long Images { get; set; }

    /// <summary>What the engine complains about; <c>null</c> if nothing.</summary>
    public IList<string> Warnings { get; set; }
}
