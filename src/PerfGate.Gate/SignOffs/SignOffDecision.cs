namespace PerfGate.Gate.SignOffs;

/// <summary>Whether a version may be released.</summary>
public enum SignOffDecision
{
    /// <summary>Every question has a good answer.</summary>
    Approved,

    /// <summary>One has a bad answer.</summary>
    Refused,

    /// <summary>One has no answer: a measurement was worthless, or could not tell.</summary>
    Undecided,
}
