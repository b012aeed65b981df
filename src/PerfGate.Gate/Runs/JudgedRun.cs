using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Runs;

/// <summary>A run, what the gate says of it, and what it was compared with.</summary>
/// <param name="Run">The run record.</param>
/// <param name="Result">The decision.</param>
/// <param name="Baseline">The baseline's record; null when there was none.</param>
public sealed record JudgedRun(RunRecord Run, GateResult Result, RunRecord? Baseline)
{
    /// <summary>The paired session that was made for the run; null when there was none.</summary>
    public PairedRecord? Paired { get; init; }
}
