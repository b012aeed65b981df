using System.Security.Cryptography.X509Certificates;
using PerfGate.Load.Profiles;
using PerfGate.Load.Results;
using PerfGate.Load.Scheduling;
using PerfGate.Load.Transports;

namespace PerfGate.Load;

/// <summary>
/// Everything that one execution of load is made of. The same plan against the same system runs the same tasks.
/// </summary>
public sealed record LoadPlan
{
    // Response times are recorded up to an hour.
    internal static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>The system under test: http or https, a host and a port. A path is put before every endpoint's path.</summary>
    public required Uri Target { get; init; }

    /// <summary>How many users there are over time, or how many arrivals.</summary>
    public required Profile Profile { get; init; }

    /// <summary>The kinds of users, at least one.</summary>
    public required IReadOnlyList<UserClass> Users { get; init; }

    /// <summary>What puts requests on the wire. <see cref="TransportKind.HttpClient"/> unless set.</summary>
    public TransportKind Transport { get; init; }

    /// <summary>Decides each user's order of tasks, waits and data.</summary>
    public int Seed { get; init; }

    /// <summary>What users read with <see cref="UserContext.Option"/>, such as <c>access-token</c>.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>Which tasks take part.</summary>
    public TagFilter Tags { get; init; } = TagFilter.None;

    /// <summary>Hosts that may be loaded although they are not loopback, each by its exact name.</summary>
    public IReadOnlyCollection<string> AllowedHosts { get; init; } = [];

    /// <summary>A request that takes longer than this has failed; an hour at most. 30 s unless set.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Requests that take longer than this are kept as a sample, each on its own; an hour at most. 2 s unless set.</summary>
    public TimeSpan SlowerThan { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long users may take to finish what they do when load ends, before they are cut off; an hour at most. 3 s unless set.
    /// </summary>
    public TimeSpan StopWithin { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Ends load early when too many requests fail for too long; null: it goes on whatever fails.</summary>
    public ErrorRateLimit? StopOnErrorRate { get; init; }

    /// <summary>Ends load when users have begun so many tasks, at least 1; null: tasks are not limited.</summary>
    public long? StopAfterTasks { get; init; }

    /// <summary>
    /// Looks at each measured stage when its time is over, and may end load there by giving a reason in words; null: load goes on.
    /// Requests of the stage that are still under way are not in what it sees. Load waits for it, so it should be quick.
    /// </summary>
    public Func<StageResult, string?>? AfterStage { get; init; }

    /// <summary>
    /// Called when the users of the pool are ready; the profile begins when what it returns has completed. With it several loads
    /// begin together. Null: the profile begins at once.
    /// </summary>
    public Func<CancellationToken, Task>? BeforeBegin { get; init; }

    /// <summary>
    /// Called when the profile begins: at once, or, where open stages need a pool of users, when that has been started.
    /// </summary>
    public Action? Began { get; init; }

    /// <summary>Where users' constructor parameters come from; null: users need none.</summary>
    public IServiceProvider? Services { get; init; }

    /// <summary>Roots of certificates to trust instead of the machine's; null: the machine's.</summary>
    internal X509Certificate2Collection? TrustedRoots { get; init; }

    /// <summary>A pool in which no user becomes ready for so long is used as it is.</summary>
    internal TimeSpan PoolPatience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Everything that keeps the plan from running, in sentences; empty when it is fine.</summary>
    public IEnumerable<string> Problems()
    {
        if (!Target.IsAbsoluteUri || Target.Scheme is not ("http" or "https"))
            yield return $"The target is '{Target}'; it has to be an http or https address such as http://127.0.0.1:5000.";
        else if (new HostGuard(AllowedHosts).RefusalOf(Target.Host) is { } refusal)
            yield return $"The target is refused: {refusal}.";
        if (RequestTimeout <= TimeSpan.Zero || RequestTimeout > Longest)
            yield return $"The request timeout is {RequestTimeout}; it lies above zero and up to {Longest} (RequestTimeout).";
        if (StopWithin < TimeSpan.Zero || StopWithin > Longest)
            yield return $"The time to stop in is {StopWithin}; it lies between zero and {Longest} (StopWithin).";
        if (SlowerThan <= TimeSpan.Zero || SlowerThan > Longest)
            yield return $"The limit of slow requests is {SlowerThan}; it lies above zero and up to {Longest} (SlowerThan).";
        if (!Enum.IsDefined(Transport))
            yield return $"The transport is {Transport}; it is HttpClient or Lean (Transport).";
        foreach (var problem in Profile.Problems())
            yield return problem;
        if (StopAfterTasks < 1)
            yield return $"Load is to stop after {StopAfterTasks} tasks; it is at least 1 (StopAfterTasks).";
        foreach (var problem in StopOnErrorRate?.Problems() ?? [])
            yield return problem;
        if (FileDescriptorProblem(FileDescriptors.Limit) is { } tooMany)
            yield return tooMany;
        if (Users.Count == 0)
            yield return "There is no kind of user; add one with Users<TUser>().";
        foreach (var type in Users.GroupBy(u => u.Type).Where(g => g.Count() > 1))
            yield return $"{type.Key.Name} is added {type.Count()} times; add it once, with its weight.";
        foreach (var problem in Users.SelectMany(u => u.Problems().Concat(u.Problems(Services))))
            yield return problem;
        foreach (var problem in Tags.Problems(Users))
            yield return problem;
    }

    /// <summary>Every user that talks HTTP has a connection, and every connection is a file descriptor.</summary>
    internal string? FileDescriptorProblem(int? limit)
    {
        if (Profile.Stages.Count == 0 || !Users.Any(u => u.Type.IsAssignableTo(typeof(HttpUser)))) return null;
        return limit is { } files && Profile.PeakUsers > files - FileDescriptors.Reserve
            ? $"Profile '{Profile.Name}' has {Profile.PeakUsers} users, each with a connection, but this process may open only {files} "
                + $"files, {FileDescriptors.Reserve} of which it needs itself. Raise the hard limit (ulimit -Hn), or take fewer users."
            : null;
    }
}
