using PerfGate.Environments.Compose;
using PerfGate.Gate.Suites;
using PerfGate.Load;
using PerfGate.Load.Profiles;

namespace PerfGate.Gate.Runs;

/// <summary>One run as it was asked for: what is loaded, how, and where its files go.</summary>
public sealed record RunPlan
{
    /// <summary>The suite.</summary>
    public required SuiteDefinition Suite { get; init; }

    /// <summary>What names the suite in commands that are suggested, " --suite=shop"; empty where the build has no other.</summary>
    public string SuiteArgument { get; init; } = "";

    /// <summary>The kinds of users: the suite's own, or those of the mix that was asked for.</summary>
    public required IReadOnlyList<UserClass> Users { get; init; }

    /// <summary>What puts requests on the wire; null: what the suite says.</summary>
    public TransportKind? Transport { get; init; }

    /// <summary>The profile, already scaled.</summary>
    public required Profile Profile { get; init; }

    /// <summary>embedded or compose; null: what this machine can do.</summary>
    public string? Environment { get; init; }

    /// <summary>Repeats task order, waits and data.</summary>
    public required int Seed { get; init; }

    /// <summary>The repository's root folder.</summary>
    public required string Root { get; init; }

    /// <summary>The folder that all runs of all suites are kept in.</summary>
    public required string Artifacts { get; init; }

    /// <summary>The folder that the suite's baselines are kept in.</summary>
    public required string Baselines { get; init; }

    /// <summary>Limits of services that this run puts over those of the suite; compose only.</summary>
    public IReadOnlyDictionary<string, ServiceLimits> Limits { get; init; } = new Dictionary<string, ServiceLimits>(StringComparer.Ordinal);

    /// <summary>Values of the suite's own options.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>Only tasks with one of these tags; empty: all.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>No tasks with one of these tags.</summary>
    public IReadOnlyList<string> ExcludedTags { get; init; } = [];

    /// <summary>Hosts besides loopback that may be loaded, by exact name.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>The loopback port of the system; 0 picks a free one.</summary>
    public int Port { get; init; }

    /// <summary>The command that repeats the run, secrets masked.</summary>
    public string? Command { get; init; }
}
