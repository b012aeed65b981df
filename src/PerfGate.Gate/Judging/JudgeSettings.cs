using PerfGate.Gate.Comparing;
using PerfGate.Gate.Paired;

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

    /// <summary>The numbers behind a paired decision.</summary>
    public PairedRule Paired { get; init; } = PairedRule.Usual;

    /// <summary>How paired sessions are laid out.</summary>
    public PairedSettings PairedLayout { get; init; } = PairedSettings.Usual;

    /// <summary>The folder of calibrations; null: nothing is known of the noise.</summary>
    public string? Calibrations { get; init; }

    /// <summary>What sessions of the same build differ by.</summary>
    public PairedNoiseTable Noise { get; init; } = PairedNoiseTable.Unknown;
}
