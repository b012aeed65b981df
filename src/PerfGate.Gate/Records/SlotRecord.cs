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

    /// <summary>Share of the machine that the load generator used, 0 to 1.</summary>
    public double? GeneratorCpuShare { get; init; }

    /// <summary>Share of the machine's time that its hypervisor gave to others, 0 to 1.</summary>
    public double? StealShare { get; init; }

    /// <summary>Share of the machine that neither the generator nor the two systems used, 0 to 1.</summary>
    public double? OthersShare { get; init; }

    /// <summary>Median round trip to the control endpoint just before the slot, microseconds: the harness's own, which no build changes.</summary>
    public double? ControlMicros { get; init; }
}
