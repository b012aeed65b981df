using PerfGate.Gate.Comparing;

namespace PerfGate.Gate.Judging;

/// <summary>How strictly a run is judged.</summary>
public sealed record JudgeSettings
{
    /// <summary>Whether an inconclusive comparison fails the gate.</summary>
    public bool Strict { get; init; }

    /// <summary>From where on the measurement itself is invalid.</summary>
    public GuardLimits Guards { get; init; } = GuardLimits.Default;

    /// <summary>The numbers behind the comparison.</summary>
    public ComparisonLimits Comparison { get; init; } = ComparisonLimits.Default;
}
