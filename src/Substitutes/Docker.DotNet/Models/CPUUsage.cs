using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

/// <summary>CPU time that a container used since it started.</summary>
public class CPUUsage
{
    /// <summary>All of it, nanoseconds.</summary>
    [JsonPropertyName("total_usage")]
    public ulong TotalUsage { get; set; }

    /// <summary>By CPU, nanoseconds; <c>null</c> with cgroup v2.</summary>
    [JsonPropertyName("percpu_usage")]
    public IList<ulong> PercpuUsage { get; set; }

    /// <summary>In the kernel, nanoseconds.</summary>
    [JsonPropertyName("usage_in_kernelmode")]
    public ulong UsageInKernelmode { get; set; }

    /// <summary>In user mode, nanoseconds.</summary>
    [JsonPropertyName("usage_in_usermode")]
    public ulong UsageInUsermode { get; set; }
}
