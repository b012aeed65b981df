namespace PerfGate.Gate.Results;

/// <summary>What came of a success criterion.</summary>
public enum Outcome
{
    /// <summary>It is met.</summary>
    Passed,

    /// <summary>It is not met: the gate fails.</summary>
    Failed,

    /// <summary>The run was too short, or something was not measured: it says nothing either way.</summary>
    Undecided,
}
