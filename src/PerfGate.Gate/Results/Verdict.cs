namespace PerfGate.Gate.Results;

/// <summary>What a comparison says.</summary>
public enum Verdict
{
    /// <summary>Equivalence was shown: the interval of every change lies inside the tolerance.</summary>
    Passed,

    /// <summary>Faster, beyond doubt.</summary>
    Improved,

    /// <summary>Slower, beyond doubt.</summary>
    Regressed,

    /// <summary>Neither equal nor different could be shown.</summary>
    Inconclusive,

    /// <summary>There was nothing to compare with.</summary>
    NoBaseline,

    /// <summary>The measurement cannot be trusted: a guard tripped.</summary>
    Invalid,
}
