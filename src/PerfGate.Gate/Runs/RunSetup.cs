using Microsoft.Extensions.DependencyInjection;
using PerfGate.Environments;
using PerfGate.Environments.Checks;
using PerfGate.Environments.Compose;
using PerfGate.Environments.Embedded;
using PerfGate.Gate.Fingerprints;
using PerfGate.Gate.Records;
using PerfGate.Load;
using PerfGate.Load.Profiles;

namespace PerfGate.Gate.Runs;

/// <summary>What a plan makes of its suite: the environment that its system runs in, and the load on it.</summary>
internal sealed class RunSetup(RunPlan plan, TimeProvider time)
{
    string? kind;

    /// <summary>embedded or compose.</summary>
    public string Kind => kind ?? throw new InvalidOperationException("The environment has no kind before it is chosen.");

    public TransportKind Transport => plan.Transport ?? plan.Suite.Transport;

    public string Engine => $"perfgate/{Transport.ToString().ToLowerInvariant()}";

    /// <summary>The limits that hold for the plan's profile.</summary>
    public IReadOnlyList<TargetRecord> Targets => [.. plan.Suite.Targets.Where(t => t.HoldsFor(plan.Profile.Name)).Select(t => t.Limit)];

    /// <summary>What has to be true before the environment can come up.</summary>
    public IReadOnlyList<IPreflightCheck> EnvironmentChecks =>
        Kind == EnvironmentKind.Compose ? Containers().Checks(plan.Root, time) : Processes().Checks(plan.Root);

    /// <summary>Chooses the kind of environment, once, and says why.</summary>
    public async Task ChooseKind(Action<string> say, CancellationToken ct)
    {
        if (kind is not null) return;
        (kind, var why) = plan.Environment is { } asked ? (asked, "as asked for") : await EnvironmentKind.Choose(plan.Suite, plan.Root, time, ct);
        say($"Environment: {kind}, {why}");
    }

    /// <summary>An environment that is not up yet.</summary>
    /// <param name="options">For which run, and where.</param>
    /// <param name="more">Variables that its services get besides those of the suite.</param>
    public ISystemEnvironment Environment(EnvironmentOptions options, IReadOnlyDictionary<string, string>? more = null) => Kind == EnvironmentKind.Compose
        ? new ComposeEnvironment(Containers(more), options, time)
        : new EmbeddedEnvironment(Processes(more), options, time);

    /// <summary>One of two environments side by side: whatever port the suite or the call names, it gets a free one.</summary>
    /// <param name="options">For which run, and where.</param>
    /// <param name="more">Variables that its services get besides those of the suite.</param>
    public ISystemEnvironment Side(EnvironmentOptions options, IReadOnlyDictionary<string, string> more)
    {
        if (Kind == EnvironmentKind.Compose) return Environment(options, more);
        var definition = Processes(more);
        return new EmbeddedEnvironment(definition with { Services = [.. definition.Services.Select(s => s with { Port = 0 })] }, options, time);
    }

    public bool IsStore(string service) => Kind == EnvironmentKind.Compose && Containers().Stores.Any(store => store.Name == service);

    /// <summary>What users' constructors can ask for.</summary>
    public ServiceProvider Services()
    {
        var services = new ServiceCollection();
        plan.Suite.Services(services);
        return services.BuildServiceProvider();
    }

    public LoadPlan LoadPlan(Uri target, Profile profile, IServiceProvider services) => new()
    {
        Target = target,
        Profile = profile,
        Users = plan.Users,
        Seed = plan.Seed,
        Options = plan.Options,
        Tags = new TagFilter(plan.Tags, plan.ExcludedTags),
        AllowedHosts = plan.AllowedHosts,
        SlowerThan = plan.Suite.SlowerThan,
        Transport = Transport,
        Services = services,
    };

    public Fingerprint Fingerprint(Profile profile) => Fingerprints.Fingerprint.Of(MachineFacts.Read(), Workload(profile));

    Workload Workload(Profile profile) => new()
    {
        Suite = plan.Suite.Name,
        SuiteFacts =
        [
            .. plan.Users.Select(u => $"{u.Name} {u.Weight} {u.FixedCount} {string.Join(' ', u.TaskNames)}"),
            .. plan.Limits.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key} {l.Value}"),
            .. plan.Tags.Select(t => $"with {t}"),
            .. plan.ExcludedTags.Select(t => $"without {t}"),
            .. plan.Suite.Options.Where(o => !o.Secret && plan.Options.ContainsKey(o.Name)).Select(o => $"{o.Name} {plan.Options[o.Name]}"),
        ],
        Profile = profile,
        Environment = Kind,
        Engine = Engine,
    };

    // The suite's containers, with the limits that this run asks for.
    ComposeDefinition Containers(IReadOnlyDictionary<string, string>? more = null)
    {
        var definition = plan.Suite.Compose ?? throw new GateException($"Suite '{plan.Suite.Name}' says nowhere how to run its system in containers.\n  Add suite.Compose(…) in {plan.Suite.Folder}.");
        var limits = new Dictionary<string, ServiceLimits>(definition.Limits, StringComparer.Ordinal);
        foreach (var (service, limit) in plan.Limits)
            limits[service] = limits.TryGetValue(service, out var own) ? new ServiceLimits(limit.Cpus ?? own.Cpus, limit.MemoryBytes ?? own.MemoryBytes) : limit;
        return definition with { Limits = limits, Variables = With(definition.Variables, more) };
    }

    // The suite's processes, with the port that this run asks for.
    EmbeddedDefinition Processes(IReadOnlyDictionary<string, string>? more = null)
    {
        var definition = plan.Suite.Embedded ?? throw new GateException($"Suite '{plan.Suite.Name}' says nowhere how to run its system as plain processes.\n  Add suite.Embedded(…) in {plan.Suite.Folder}.");
        definition = definition with { Services = [.. definition.Services.Select(s => s with { Variables = With(s.Variables, more) })] };
        return plan.Port == 0 ? definition : definition with
            {
                DefinedIn = $"the command line (--port) or {definition.DefinedIn}",
                Services = [definition.Services[0] with { Port = plan.Port }, .. definition.Services.Skip(1)],
            };
    }

    static IReadOnlyDictionary<string, string> With(IReadOnlyDictionary<string, string> variables, IReadOnlyDictionary<string, string>? more) =>
        more is null ? variables : variables.Where(v => !more.ContainsKey(v.Key)).Concat(more).ToDictionary(StringComparer.Ordinal);
}
