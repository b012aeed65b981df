using PerfGate.Gate.Fingerprints;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Recording;

/// <summary>What a run is, apart from what it measured.</summary>
public sealed record RunIdentity
{
    /// <summary>Sortable by time and unique; a plain name, as files are named after it.</summary>
    public required string RunId { get; init; }

    /// <summary>The suite's name.</summary>
    public required string Suite { get; init; }

    /// <summary>The profile's name.</summary>
    public required string Profile { get; init; }

    /// <summary>embedded or compose.</summary>
    public required string Environment { get; init; }

    /// <summary>What generated the load, such as perfgate/httpclient.</summary>
    public required string Engine { get; init; }

    /// <summary>The commit that was checked out; null outside a git checkout.</summary>
    public string? Commit { get; init; }

    /// <summary>The branch that was checked out; null when detached or outside git.</summary>
    public string? Branch { get; init; }

    /// <summary>Whether tracked files differed from the commit; null outside a git checkout.</summary>
    public bool? Dirty { get; init; }

    /// <summary>Repeats task order, waits and data.</summary>
    public required int Seed { get; init; }

    /// <summary>On what and with what the run was made.</summary>
    public required Fingerprint Fingerprint { get; init; }

    /// <summary>The limits that the run is judged by.</summary>
    public IReadOnlyList<TargetRecord> Targets { get; init; } = [];

    /// <summary>Whether the run looked for the load at which the system breaks.</summary>
    public bool UntilItBreaks { get; init; }

    /// <summary>What has to be true of the run for it to count as a success.</summary>
    public IReadOnlyList<CriterionRecord> Criteria { get; init; } = [];

    /// <summary>The command that repeats this run, secrets masked.</summary>
    public string? Command { get; init; }
}
