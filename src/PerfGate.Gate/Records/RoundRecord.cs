namespace PerfGate.Gate.Records;

/// <summary>Two neighbouring slots, one for each side, in an order that was drawn.</summary>
public sealed record RoundRecord
{
    /// <summary>Which start of both systems it is of, from 0 on through the whole session: rounds of one block share processes.</summary>
    public required int Block { get; init; }

    /// <summary>Whether the baseline's slot came first.</summary>
    public required bool BaselineFirst { get; init; }

    /// <summary>The baseline's slot.</summary>
    public required SlotRecord Baseline { get; init; }

    /// <summary>The candidate's slot.</summary>
    public required SlotRecord Candidate { get; init; }

    /// <summary>Which guards tripped, a sentence each: the round counts for nothing then. Never because of what it measured of a system.</summary>
    public IReadOnlyList<string> Void { get; init; } = [];
}
