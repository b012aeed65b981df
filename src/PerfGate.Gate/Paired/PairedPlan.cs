namespace PerfGate.Gate.Paired;

/// <summary>What a paired session compares.</summary>
public sealed record PairedPlan
{
    /// <summary>The baseline: a commit, branch or tag; null: the merge base with <see cref="MergeBaseWith"/>.</summary>
    public string? Against { get; init; }

    /// <summary>A branch whose merge base with the checkout is the baseline; null when <see cref="Against"/> names it.</summary>
    public string? MergeBaseWith { get; init; }

    /// <summary>Whether a stored comparison asked for it, and nobody on the command line.</summary>
    public bool IsSuspicion { get; init; }

    /// <summary>What is made worse in the candidate on purpose; null for nothing.</summary>
    public Injection? Injection { get; init; }

    /// <summary>How the session is laid out.</summary>
    public PairedSettings Settings { get; init; } = PairedSettings.Usual;

    /// <summary>The numbers behind the decision.</summary>
    public PairedRule Rule { get; init; } = PairedRule.Usual;

    /// <summary>The folder of calibrations, one subfolder for each fingerprint.</summary>
    public required string Calibrations { get; init; }
}
