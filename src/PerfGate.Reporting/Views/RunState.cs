namespace PerfGate.Reporting.Views;

/// <summary>What a reader must know first.</summary>
internal enum RunState
{
    Passed,
    Improved,
    Regressed,
    CriticalTargetMissed,
    CriterionNotMet,
    Inconclusive,
    NoBaseline,
    Invalid,
}
