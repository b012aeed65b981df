using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

/// <summary>One sample of what a container uses. All zero for a container that does not run.</summary>
public class ContainerStatsResponse
{
    /// <summary>When it was sampled, UTC; year 1 for a container that does not run.</summary>
    public DateTime Read { get; set; }

    /// <summary>When <see cref="PreCPUStats"/> was sampled, UTC; year 1 if there is no previous sample.</summary>
    public DateTime PreRead { get; set; }

    /// <summary>Identity of the container.</summary>
    public string ID { get; set; }

    /// <summary>Name of the container, with a leading slash.</summary>
    public string Name { get; set; }

    /// <summary>Processes and threads.</summary>
    [JsonPropertyName("pids_stats")]
    public PidsStats PidsStats { get; set; }

    /// <summary>CPU time until now.</summary>
    [JsonPropertyName("cpu_stats")]
    public CPUStats CPUStats { get; set; }

    /// <summary>CPU time until the previous sample; all zero in the first of a stream and with one-shot.</summary>
    [JsonPropertyName("precpu_stats")]
    public CPUStats PreCPUStats { get; set; }

    /// <summary>Memory in use.</summary>
    [JsonPropertyName("memory_stats")]
    public MemoryStats MemoryStats { get; set; }
}
