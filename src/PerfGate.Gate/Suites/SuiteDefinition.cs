using Microsoft.Extensions.DependencyInjection;
using PerfGate.Environments.Compose;
using PerfGate.Environments.Embedded;
using PerfGate.Load;
using PerfGate.Load.Profiles;

namespace PerfGate.Gate.Suites;

/// <summary>A suite as data.</summary>
public sealed class SuiteDefinition
{
    readonly IReadOnlyList<string> mistakes;

    internal SuiteDefinition(
        string name,
        string folder,
        IReadOnlyList<UserClass> users,
        IReadOnlyDictionary<string, Profile> profiles,
        IReadOnlyList<SuiteOption> options,
        IReadOnlyList<SuiteTarget> targets,
        EmbeddedDefinition? embedded,
        ComposeDefinition? compose,
        RequestCounter? counter,
        Action<IServiceCollection> services,
        IReadOnlyList<string> mistakes)
    {
        Name = name;
        Folder = folder;
        Users = users;
        Profiles = profiles;
        Options = options;
        Targets = targets;
        Embedded = embedded;
        Compose = compose;
        Counter = counter;
        Services = services;
        this.mistakes = mistakes;
    }

    /// <summary>The name on the command line.</summary>
    public string Name { get; }

    /// <summary>The suite's folder, absolute.</summary>
    public string Folder { get; }

    /// <summary>The kinds of users.</summary>
    public IReadOnlyList<UserClass> Users { get; }

    /// <summary>The profiles by name.</summary>
    public IReadOnlyDictionary<string, Profile> Profiles { get; }

    /// <summary>The suite's own options.</summary>
    public IReadOnlyList<SuiteOption> Options { get; }

    /// <summary>The limits.</summary>
    public IReadOnlyList<SuiteTarget> Targets { get; }

    /// <summary>How to bring the system up as plain processes; null when it cannot be.</summary>
    public EmbeddedDefinition? Embedded { get; }

    /// <summary>How to bring the system up in containers; null when it cannot be.</summary>
    public ComposeDefinition? Compose { get; }

    /// <summary>Where the system counts its requests; null when it does not.</summary>
    public RequestCounter? Counter { get; }

    /// <summary>The file that says how the system comes up, relative to the checkout; null when the suite does not tell.</summary>
    public string? DefinedIn => new[] { Embedded?.DefinedIn, Compose?.DefinedIn }.FirstOrDefault(f => f?.EndsWith(".cs", StringComparison.Ordinal) == true);

    internal Action<IServiceCollection> Services { get; }

    /// <summary>Everything that is wrong with the suite; empty when it can run.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (var mistake in mistakes) yield return mistake;
        if (!Directory.Exists(Folder)) yield return $"The folder {Folder} does not exist.";
        if (Users.Count == 0) yield return "It has no users: add a kind with suite.Users<MyUser>().";
        foreach (var problem in Users.SelectMany(u => u.Problems())) yield return problem;
        if (Embedded is null && Compose is null) yield return "It says nowhere how to bring its system up: add suite.Embedded(…) or suite.Compose(…).";
        foreach (var problem in (Embedded?.Problems() ?? []).Concat(Compose?.Problems() ?? [])) yield return problem;
        foreach (var unknown in Targets.SelectMany(t => t.Profiles).Distinct().Where(p => !Profiles.ContainsKey(p)))
            yield return $"A target is limited to profile '{unknown}', which the suite does not have; it has {string.Join(", ", Profiles.Keys)}.";
    }
}
