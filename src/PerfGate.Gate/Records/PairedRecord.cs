namespace PerfGate.Gate.Records;

/// <summary>
/// One paired session, whole: what paired.json holds, and all that its decision is made from. Both systems ran side by side and
/// were asked in the same seconds, in turn, so that what slows the machine down is in both sides of a round.
/// </summary>
public sealed record PairedRecord
{
    /// <summary>The version of this shape that this program writes, and the newest it reads.</summary>
    public const int CurrentSchema = 1;

    /// <summary>The version of the shape.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>The id of the run that it belongs to.</summary>
    public required string RunId { get; init; }

    /// <summary>The suite's name.</summary>
    public required string Suite { get; init; }

    /// <summary>embedded or compose.</summary>
    public required string Environment { get; init; }

    /// <summary>A short hash of <see cref="Machine"/>: calibrations hold for sessions with the same one.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>What the fingerprint is made of, by name.</summary>
    public required IReadOnlyDictionary<string, string> Machine { get; init; }

    /// <summary>Decides the order of slots, the ports, and what users do.</summary>
    public required int Seed { get; init; }

    /// <summary>When the first round's systems were started, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Seconds from there to the end of the last round.</summary>
    public required double DurationSeconds { get; init; }

    /// <summary>What the candidate is compared with.</summary>
    public required SideRecord Baseline { get; init; }

    /// <summary>What is judged.</summary>
    public required SideRecord Candidate { get; init; }

    /// <summary>Arrivals a second in a slot; 0 when it did not come to a slot.</summary>
    public required double Rate { get; init; }

    /// <summary>Requests a second that the baseline can do on this machine; null when the rate was given and nobody looked.</summary>
    public double? Capacity { get; init; }

    /// <summary>Seconds of a slot, the discarded ones included.</summary>
    public required double SlotSeconds { get; init; }

    /// <summary>Seconds at the beginning of a slot that are not measured.</summary>
    public required double DiscardSeconds { get; init; }

    /// <summary>The rounds of the first look.</summary>
    public required IReadOnlyList<RoundRecord> Screen { get; init; }

    /// <summary>The rounds of the second look, with processes of their own; empty when the first flagged nothing.</summary>
    public IReadOnlyList<RoundRecord> Confirm { get; init; } = [];

    /// <summary>Why the session ended early, in words: a system died, or could not be started again; null when it did not.</summary>
    public string? Broken { get; init; }

    /// <summary>Whether it ended because the baseline could not be built or started: there is nothing to compare with then.</summary>
    public bool BaselineUnavailable { get; init; }

    /// <summary>What was made worse on purpose; null in a real session.</summary>
    public string? Injected() => Candidate.Injected;

    /// <summary>What a reader should know, in sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
