namespace PerfGate.Gate.Records;

/// <summary>One slot of time in which both sides were asked in turn, request by request, in an order that was drawn.</summary>
public sealed record RoundRecord
{
    /// <summary>Which start of both systems it is of, from 0 on through the whole session: rounds of one block share processes.</summary>
    public required int Block { get; init; }

    /// <summary>Whether the baseline was asked first.</summary>
    public required bool BaselineFirst { get; init; }

    /// <summary>What the baseline did.</summary>
    public required SlotRecord Baseline { get; init; }

    /// <summary>What the candidate did.</summary>
    public required SlotRecord Candidate { get; init; }

    /// <summary>Share of the machine that the load generator used, 0 to 1; null where it cannot be read.</summary>
    public double? GeneratorCpuShare { get; init; }

    /// <summary>Share of the machine's time that its hypervisor gave to others, 0 to 1; null where it cannot be read.</summary>
    public double? StealShare { get; init; }

    /// <summary>Share of the machine that neither the generator nor the two systems used, 0 to 1; null where it cannot be read.</summary>
    public double? OthersShare { get; init; }

    /// <summary>Median round trip to the control endpoint just before the slot, microseconds: the harness's own, which no build changes.</summary>
    public double? ControlMicros { get; init; }

    /// <summary>Which guards tripped, a sentence each: the round counts for nothing then. Never because of what it measured of a system.</summary>
    public IReadOnlyList<string> Void { get; init; } = [];
}
