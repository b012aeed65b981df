namespace PerfGate.Gate.Results;

/// <summary>
/// One metric of one endpoint against the baseline. Change and its bounds are ratios minus one: 0.1 is ten percent more.
/// What does not exist on one side is null, never zero.
/// </summary>
public sealed record Comparison
{
    /// <summary>The endpoint's name; "all requests" for all of them together.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The endpoint's method; null for all of them together.</summary>
    public string? Method { get; init; }

    /// <summary>p50, p95, p99, cpuPerRequest (microseconds), requestsPerSecond, errorRate (0 to 1).</summary>
    public required string Metric { get; init; }

    /// <summary>The baseline's value; with a history the median of it.</summary>
    public double? Baseline { get; init; }

    /// <summary>This run's value.</summary>
    public double? Candidate { get; init; }

    /// <summary>The change; null when it cannot be given, and <see cref="Note"/> says why.</summary>
    public double? Change { get; init; }

    /// <summary>Lower end of the change's interval.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper end of the change's interval.</summary>
    public double? Upper { get; init; }

    /// <summary>What this comparison says on its own.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>
    /// Whether its interval excludes "no change", or with a history, whether the run lies beyond what its sessions allow: worth a
    /// look, not a proof.
    /// </summary>
    public bool Flagged { get; init; }

    /// <summary>Whether it takes part in the verdict, or is shown only.</summary>
    public bool Gated { get; init; }

    /// <summary>Whether a change of it fails the gate, while equality is not demanded of it: it has too few requests to show it.</summary>
    public bool Watched { get; init; }

    /// <summary>Why there is no change to give, or why it is shown only.</summary>
    public string? Note { get; init; }
}
