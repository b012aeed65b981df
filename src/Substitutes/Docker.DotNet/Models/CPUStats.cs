using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

/// <summary>CPU time of a container since it started.</summary>
public class CPUStats
{
    /// <summary>What the container used.</summary>
    [JsonPropertyName("cpu_usage")]
    public CPUUsage CPUUsage { get; set; }

    /// <summary>What the whole machine used, nanoseconds over all CPUs; 0 if not said.</summary>
    [JsonPropertyName("system_cpu_usage")]
    public ulong SystemUsage { get; set; }

    /// <summary>CPUs of the machine; 0 if not said.</summary>
    [JsonPropertyName("online_cpus")]
    public uint OnlineCPUs { get; set; }

    /// <summary>How often the CPU limit held it back.</summary>
    [JsonPropertyName("throttling_data")]
    public ThrottlingData ThrottlingData { get; set; }
}
