using PerfGate.Load.Results;

namespace Benchmarks.Engine;

/// <summary>What the child process measured: the last line of its output, as JSON.</summary>
internal sealed record EngineReport
{
    public required long Requests { get; init; }

    public required long Failures { get; init; }

    public string? FirstFailure { get; init; }

    public required double Seconds { get; init; }

    /// <summary>CPU time of the process, user and system, from the start of load to its end.</summary>
    public required double CpuSeconds { get; init; }

    public required Quantiles ResponseTime { get; init; }

    public required GeneratorHealth Generator { get; init; }

    /// <summary>
    /// Managed bytes that each further request costs: neither what a run allocates once is in it, nor what the recording of a second
    /// does. Null unless it was asked for.
    /// </summary>
    public double? AllocatedBytesPerRequest { get; init; }

    /// <summary>Resident memory of the process with load running, at its last look.</summary>
    public long? ResidentBytes { get; init; }

    /// <summary>What is alive on the managed heap with load running, after a full collection; null unless it was asked for.</summary>
    public long? LiveBytes { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];
}
