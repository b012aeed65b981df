namespace PerfGate.GitHub;

/// <summary>How a check ends. A commit status knows no neutral: there it reads as success, with the description saying why.</summary>
public enum Conclusion
{
    /// <summary>Nothing to look at.</summary>
    Success,

    /// <summary>Worth a look, and no reason to hold the pull request: inconclusive, or nothing to compare with.</summary>
    Neutral,

    /// <summary>The gate is red.</summary>
    Failure,
}
