using Microsoft.Extensions.DependencyInjection;
using PerfGate.Environments.Compose;
using PerfGate.Environments.Embedded;
using PerfGate.Gate.Records;
using PerfGate.Load;
using PerfGate.Load.Profiles;

namespace PerfGate.Gate.Suites;

/// <summary>A suite as data.</summary>
public sealed class SuiteDefinition
{
    readonly IReadOnlyList<string> mistakes;

    internal SuiteDefinition(string name, string folder, IReadOnlyList<string> mistakes)
    {
        Name = name;
        Folder = folder;
        this.mistakes = mistakes;
    }

    /// <summary>The name on the command line.</summary>
    public string Name { get; }

    /// <summary>The suite's folder, absolute.</summary>
    public string Folder { get; }

    /// <summary>The kinds of users, where no mix is asked for.</summary>
    public IReadOnlyList<UserClass> Users { get; internal init; } = [];

    /// <summary>Other mixes of users by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<UserClass>> Mixes { get; internal init; } = new Dictionary<string, IReadOnlyList<UserClass>>();

    /// <summary>The profiles by name.</summary>
    public IReadOnlyDictionary<string, Profile> Profiles { get; internal init; } = new Dictionary<string, Profile>();

    /// <summary>The suite's own options.</summary>
    public IReadOnlyList<SuiteOption> Options { get; internal init; } = [];

    /// <summary>The limits.</summary>
    public IReadOnlyList<SuiteTarget> Targets { get; internal init; } = [];

    /// <summary>What has to be true of a run for it to count as a success.</summary>
    public IReadOnlyList<CriterionRecord> Criteria { get; internal init; } = [];

    /// <summary>Deliberate slowness that the system knows, by name.</summary>
    public IReadOnlyDictionary<string, SuiteFault> Faults { get; internal init; } = new Dictionary<string, SuiteFault>();

    /// <summary>Requests that take longer than this are kept as a sample, each on its own.</summary>
    public TimeSpan SlowerThan { get; internal init; }

    /// <summary>What puts requests on the wire.</summary>
    public TransportKind Transport { get; internal init; }

    /// <summary>When a run ends early because too many requests fail; null: never.</summary>
    public ErrorRateLimit? StopOnErrorRate { get; internal init; }

    /// <summary>How to bring the system up as plain processes; null when it cannot be.</summary>
    public EmbeddedDefinition? Embedded { get; internal init; }

    /// <summary>How to bring the system up in containers; null when it cannot be.</summary>
    public ComposeDefinition? Compose { get; internal init; }

    /// <summary>Where the system counts its requests; null when it does not.</summary>
    public RequestCounter? Counter { get; internal init; }

    /// <summary>The file that says how the system comes up, relative to the checkout; null when the suite does not tell.</summary>
    public string? DefinedIn => new[] { Embedded?.DefinedIn, Compose?.DefinedIn }.FirstOrDefault(f => f?.EndsWith(".cs", StringComparison.Ordinal) == true);

    internal Action<IServiceCollection> Services { get; init; } = _ => { };

    /// <summary>Everything that is wrong with the suite; empty when it can run.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (var mistake in mistakes) yield return mistake;
        if (!Directory.Exists(Folder)) yield return $"The folder {Folder} does not exist.";
        if (Users.Count == 0) yield return "It has no users: add a kind with suite.Users<MyUser>().";
        foreach (var problem in Users.Concat(Mixes.Values.SelectMany(m => m)).SelectMany(u => u.Problems()).Distinct()) yield return problem;
        if (Embedded is null && Compose is null) yield return "It says nowhere how to bring its system up: add suite.Embedded(…) or suite.Compose(…).";
        foreach (var problem in (Embedded?.Problems() ?? []).Concat(Compose?.Problems() ?? [])) yield return problem;
        foreach (var unknown in Targets.SelectMany(t => t.Profiles).Distinct().Where(p => !Profiles.ContainsKey(p)))
            yield return $"A target is limited to profile '{unknown}', which the suite does not have; it has {string.Join(", ", Profiles.Keys)}.";
        foreach (var mistake in LimitedNames.Mistakes(this)) yield return mistake;
    }
}
