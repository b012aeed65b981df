using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

/// <summary>Memory of a container.</summary>
public class MemoryStats
{
    /// <summary>In use, bytes, page cache included.</summary>
    public ulong Usage { get; set; }

    /// <summary>The most that was in use, bytes; 0 with cgroup v2, which does not say.</summary>
    [JsonPropertyName("max_usage")]
    public ulong MaxUsage { get; set; }

    /// <summary>The kernel's counters by name, bytes and counts; <c>null</c> if it does not run.</summary>
    public IDictionary<string, ulong> Stats { get; set; }

    /// <summary>How often the limit was hit; 0 with cgroup v2, which does not say.</summary>
    public ulong Failcnt { get; set; }

    /// <summary>The limit, bytes: the machine's memory if the container has none.</summary>
    public ulong Limit { get; set; }
}
