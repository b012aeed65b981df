namespace PerfGate.Gate.Results;

/// <summary>How a paired session came to its decision.</summary>
public sealed record PairedSummary
{
    /// <summary>Rounds of the first look that counted.</summary>
    public required int ScreenRounds { get; init; }

    /// <summary>Rounds of the second look that counted; 0 when there was no need of one.</summary>
    public required int ConfirmRounds { get; init; }

    /// <summary>Rounds in which a guard tripped.</summary>
    public required int VoidRounds { get; init; }

    /// <summary>Arrivals a second.</summary>
    public required double Rate { get; init; }

    /// <summary>Rounds in each look that would most likely settle an inconclusive comparison; null when it is settled, or none would.</summary>
    public int? RoundsToSettle { get; init; }

    /// <summary>Slots were measured in this many starts of both systems.</summary>
    public required int Blocks { get; init; }
}
