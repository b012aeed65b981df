using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Reporting;

/// <summary>All that a report is made from: facts read from disk or fresh from a run; rendering adds none.</summary>
/// <param name="Run">The run that was judged.</param>
/// <param name="Result">What the gate decided about it.</param>
/// <param name="Baseline">The run it was compared with, for its distributions; null when it was compared with nothing.</param>
/// <param name="Paired">The rounds of its paired session, for drawing; null when there was none, or it was not kept.</param>
public sealed record Report(RunRecord Run, GateResult Result, RunRecord? Baseline, PairedRecord? Paired = null);
