namespace PerfGate.Environments.Checks;

/// <summary>What a check found.</summary>
public enum PreflightOutcome
{
    /// <summary>In order.</summary>
    Passed,

    /// <summary>The run may go on, with this said.</summary>
    Warning,

    /// <summary>The run cannot go on.</summary>
    Failed,
}
