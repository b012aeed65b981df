using PerfGate.Gate.Records;

namespace PerfGate.Gate.SignOffs;

/// <summary>Whether a version may be released, and everything that speaks for or against it: what signoff.json holds.</summary>
public sealed record SignOffRecord
{
    /// <summary>The version of this shape that this program writes, and the newest it reads.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The version of the shape.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>The suite's name.</summary>
    public required string Suite { get; init; }

    /// <summary>When it was decided, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What is to be released.</summary>
    public required SideRecord Candidate { get; init; }

    /// <summary>The last release.</summary>
    public required SideRecord Baseline { get; init; }

    /// <summary>approved, refused, undecided.</summary>
    public required SignOffDecision Decision { get; init; }

    /// <summary>The decision in one plain sentence.</summary>
    public required string Headline { get; init; }

    /// <summary>What was asked, and what came of it.</summary>
    public required IReadOnlyList<SignOffCheck> Checks { get; init; }

    /// <summary>The command that repeats it, secrets masked.</summary>
    public string? Command { get; init; }
}
