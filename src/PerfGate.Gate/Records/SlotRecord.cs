namespace PerfGate.Gate.Records;

/// <summary>What one side did in its slot, without the discarded beginning. What could not be read is null, never zero.</summary>
public sealed record SlotRecord
{
    /// <summary>Seconds measured.</summary>
    public required double Seconds { get; init; }

    /// <summary>Requests of all endpoints together, failed ones included.</summary>
    public required SlotEndpoint All { get; init; }

    /// <summary>The endpoints, in order of their names.</summary>
    public required IReadOnlyList<SlotEndpoint> Endpoints { get; init; }

    /// <summary>CPU seconds that the system's services used, its stores included.</summary>
    public double? CpuSeconds { get; init; }

    /// <summary>99th percentile of (started minus due) of the load generator, microseconds.</summary>
    public long? LagP99Micros { get; init; }
}
