using Microsoft.Extensions.DependencyInjection;
using PerfGate.Environments.Compose;
using PerfGate.Environments.Embedded;
using PerfGate.Gate.Records;
using PerfGate.Load;
using PerfGate.Load.Profiles;

namespace PerfGate.Gate.Suites;

/// <summary>
/// Collects what a suite is made of. A mistake does not throw here: it becomes one of the suite's problems, so that all of
/// them are told at once and before anything starts.
/// </summary>
public sealed class SuiteBuilder
{
    static readonly TimeSpan LongestLimit = TimeSpan.FromHours(1);

    readonly string name;
    readonly string folder;
    readonly List<UserClass> users = [];
    readonly Dictionary<string, IReadOnlyList<UserClass>> mixes = new(StringComparer.Ordinal);
    readonly Dictionary<string, Profile> profiles = StandardProfiles.All.ToDictionary(p => p.Name, StringComparer.Ordinal);
    readonly List<SuiteOption> options = [];
    readonly List<SuiteTarget> targets = [];
    readonly Dictionary<string, SuiteFault> faults = new(StringComparer.Ordinal);
    readonly List<CriterionRecord> criteria = [.. CriteriaBuilder.Always];
    readonly List<string> problems = [];
    Action<IServiceCollection> services = _ => { };
    EmbeddedDefinition? embedded;
    ComposeDefinition? compose;
    RequestCounter? counter;
    TimeSpan slowerThan = TimeSpan.FromSeconds(2);
    TransportKind transport;
    ErrorRateLimit? stopOnErrorRate;

    internal SuiteBuilder(string name, string folder)
    {
        this.name = name;
        this.folder = folder;
    }

    /// <summary>The suite's folder, for paths that need to be absolute.</summary>
    public string Folder => folder;

    /// <summary>Adds a kind of user.</summary>
    /// <param name="weight">Its share of the users, relative to the other kinds.</param>
    /// <param name="fixedCount">Exactly this many, whatever the load; the weight is then not used.</param>
    public SuiteBuilder Users<TUser>(int weight = 1, int? fixedCount = null)
        where TUser : VirtualUser =>
        Try(() => users.Add(UserClass.Of<TUser>(weight, fixedCount)));

    /// <summary>
    /// Adds another mix of users, which --mix=NAME takes instead of the suite's own. The same system is then loaded in other
    /// proportions, and runs of different mixes are never compared.
    /// </summary>
    /// <param name="mixName">Its name on the command line.</param>
    /// <param name="define">Says which kinds of users are in it; those it does not name are left out.</param>
    public SuiteBuilder Mix(string mixName, Action<MixBuilder> define) => Try(() =>
    {
        if (string.IsNullOrWhiteSpace(mixName)) throw new ArgumentException("A mix has a name, and this one's is empty.", nameof(mixName));
        ArgumentNullException.ThrowIfNull(define);
        var builder = new MixBuilder();
        define(builder);
        if (!mixes.TryAdd(mixName, builder.Build(mixName))) throw new ArgumentException($"Mix '{mixName}' is defined twice.", nameof(mixName));
    });

    /// <summary>
    /// Adds a profile, or replaces one of the nine that every suite starts with: quick, rate, warm-up, normal, peak, stress,
    /// spike, soak, breakpoint.
    /// </summary>
    public SuiteBuilder Profile(string profileName, Action<ProfileBuilder> define) => Try(
        () =>
        {
            var builder = new ProfileBuilder();
            define(builder);
            profiles[profileName] = builder.Build(profileName);
        },
        of: $"Profile '{profileName}'");

    /// <summary>Adds an option of the suite's own to the command line; users read it with user.Option(name).</summary>
    /// <param name="optionName">Its name without the dashes.</param>
    /// <param name="description">What it is for, in one line of help.</param>
    /// <param name="secret">Whether its value is masked in everything that is written.</param>
    public SuiteBuilder Option(string optionName, string description, bool secret = false) =>
        Try(() => options.Add(new SuiteOption(optionName, description, secret)));

    /// <summary>Sets limits.</summary>
    /// <param name="define">Says which.</param>
    /// <param name="onlyFor">Names of the profiles they are judged for; none: all profiles.</param>
    public SuiteBuilder Targets(Action<TargetBuilder> define, params string[] onlyFor) => Try(() =>
    {
        var limits = new List<TargetRecord>();
        define(new TargetBuilder(limits));
        targets.AddRange(limits.Select(limit => new SuiteTarget(limit, onlyFor)));
    });

    /// <summary>
    /// Says what has to be true of a run for it to count as a success, beside what every suite asks for: no memory leak, stable
    /// connections, no crashes.
    /// </summary>
    public SuiteBuilder Criteria(Action<CriteriaBuilder> define) => Try(() => define(new CriteriaBuilder(criteria)));

    /// <summary>Requests that take longer than this are kept as a sample, each on its own. 2 s unless set.</summary>
    /// <param name="limit">More than zero, an hour at most.</param>
    public SuiteBuilder SlowerThan(TimeSpan limit) => Try(() =>
    {
        if (limit <= TimeSpan.Zero || limit > LongestLimit)
            throw new ArgumentException($"A request is slow above a time that is more than zero and at most {LongestLimit.TotalHours:0} hour: {limit}.", nameof(limit));
        slowerThan = limit;
    });

    /// <summary>
    /// What puts requests on the wire: the framework's HTTP client unless set, or the lean one, which costs about a third of it.
    /// --transport says it for one run.
    /// </summary>
    public SuiteBuilder Transport(TransportKind kind) => Try(() => transport = kind);

    /// <summary>Ends a run early when too many requests fail for too long; a run goes on whatever fails unless this is set.</summary>
    /// <param name="rate">Failed over all requests of a second, 0 to 1: a second above it counts.</param>
    /// <param name="during">For how long every second has to count; at least a second.</param>
    public SuiteBuilder StopOnErrorRate(double rate, TimeSpan during) => Try(() => stopOnErrorRate = new ErrorRateLimit(rate, during));

    /// <summary>How to bring the system up as plain processes with its embedded store.</summary>
    public SuiteBuilder Embedded(EmbeddedDefinition definition) => Try(() => embedded = definition);

    /// <summary>How to bring the system up in containers, with its real stores.</summary>
    public SuiteBuilder Compose(ComposeDefinition definition) => Try(() => compose = definition);

    /// <summary>
    /// Where the system itself counts the requests it answered, in the Prometheus text format. The gate then compares that
    /// count with its own and warns when they differ.
    /// </summary>
    /// <param name="path">The path of the metrics page.</param>
    /// <param name="family">The name of the counter; the values of all its label sets are added up.</param>
    public SuiteBuilder CountedBy(string path, string family) => Try(() => counter = new RequestCounter(path, family));

    /// <summary>Services that users take in their constructors.</summary>
    public SuiteBuilder Services(Action<IServiceCollection> configure) => Try(() => services += configure);

    /// <summary>
    /// A deliberate slowness that the system knows, so that the gate can be shown a regression of known size: --inject=cpu:10.
    /// </summary>
    /// <param name="faultName">Its name on the command line.</param>
    /// <param name="variables">What switches it on, as NAME=VALUE; "{value}" in it is what the command line says after the colon.</param>
    public SuiteBuilder Fault(string faultName, params string[] variables) => Try(() =>
    {
        if (string.IsNullOrWhiteSpace(faultName)) throw new ArgumentException("A fault has a name, and this one's is empty.", nameof(faultName));
        if (!faults.TryAdd(faultName, SuiteFault.Of(faultName, variables))) throw new ArgumentException($"Fault '{faultName}' is defined twice.", nameof(faultName));
    });

    internal SuiteDefinition Build() => new(name, folder, problems)
    {
        Users = users,
        Mixes = mixes,
        Profiles = profiles,
        Options = options,
        Targets = targets,
        Criteria = criteria,
        Faults = faults,
        SlowerThan = slowerThan,
        Transport = transport,
        StopOnErrorRate = stopOnErrorRate,
        Embedded = embedded,
        Compose = compose,
        Counter = counter,
        Services = services,
    };

    SuiteBuilder Try(Action define, string? of = null)
    {
        try
        {
            define();
        }
        catch (ArgumentException mistake)
        {
            var told = Told(mistake);
            problems.Add(of is null || told.StartsWith(of, StringComparison.Ordinal) ? told : $"{of}: {told}");
        }

        return this;
    }

    // What .NET adds for programmers, the parameter's name and its value, says nothing to somebody who reads a suite. Of a null
    // there is nothing else to tell.
    static string Told(ArgumentException mistake)
    {
        var end = mistake.Message.IndexOf($" (Parameter '{mistake.ParamName}')", StringComparison.Ordinal);
        return end < 0 || mistake is ArgumentNullException ? mistake.Message : mistake.Message[..end];
    }
}
