namespace PerfGate.Gate.Results;

/// <summary>What the gate decided about a run, and why: what result.json holds.</summary>
public sealed record GateResult
{
    /// <summary>The version of this shape that this program writes, and the newest it reads.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The version of the shape.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>The suite's name.</summary>
    public required string Suite { get; init; }

    /// <summary>The profile's name.</summary>
    public required string Profile { get; init; }

    /// <summary>The run that was judged.</summary>
    public required string RunId { get; init; }

    /// <summary>What the comparison says. Targets are judged apart from it: see <see cref="ExitCode"/>.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The exit code of the gate: 0, 2, 3 or 4.</summary>
    public required int ExitCode { get; init; }

    /// <summary>The verdict in one plain sentence, targets included.</summary>
    public required string Headline { get; init; }

    /// <summary>stored, paired or none.</summary>
    public required string Mode { get; init; }

    /// <summary>What the run was compared with; null when with nothing.</summary>
    public BaselineReference? Baseline { get; init; }

    /// <summary>One per endpoint and metric.</summary>
    public required IReadOnlyList<Comparison> Comparisons { get; init; }

    /// <summary>How the paired session went; null when there was none.</summary>
    public PairedSummary? Paired { get; init; }

    /// <summary>The gated metrics over the stored history; empty without one.</summary>
    public IReadOnlyList<HistoryLine> History { get; init; } = [];

    /// <summary>One per limit of the suite.</summary>
    public required IReadOnlyList<TargetResult> Targets { get; init; }

    /// <summary>What the search for the breaking load found; null when the run was none.</summary>
    public Breakpoint? Breakpoint { get; init; }

    /// <summary>One per success criterion.</summary>
    public IReadOnlyList<CriterionResult> Criteria { get; init; } = [];

    /// <summary>What the run shows about why.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>
    /// The smallest slowdown, as a ratio minus one, that this comparison could have told from noise on its noisiest gated
    /// metric; null when nothing was compared.
    /// </summary>
    public double? SmallestVisibleChange { get; init; }

    /// <summary>What a reader should know, in sentences; why it is invalid, when it is.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
