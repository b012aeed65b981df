using PerfGate.Gate.Records;
using PerfGate.Load;

namespace PerfGate.Gate.Suites;

/// <summary>
/// Says what has to be true of a run for it to count as a success. A criterion that is not met fails the gate; one that
/// cannot be told, because the run was too short or something was not measured, is reported as undecided. What is said twice
/// holds as it was said last.
/// </summary>
public sealed class CriteriaBuilder
{
    // The order in which they are judged and reported, whatever the order in which a suite names them.
    static readonly string[] Order =
    [
        CriterionKinds.ErrorRate, CriterionKinds.P95, CriterionKinds.ConcurrentUsers,
        CriterionKinds.NoMemoryLeak, CriterionKinds.StableConnections, CriterionKinds.NoCrashes,
    ];

    readonly List<CriterionRecord> criteria;

    internal CriteriaBuilder(List<CriterionRecord> criteria) => this.criteria = criteria;

    /// <summary>What every suite asks for from the start.</summary>
    internal static IReadOnlyList<CriterionRecord> Always { get; } =
    [
        new CriterionRecord(CriterionKinds.NoMemoryLeak) { Limit = Criteria.MemoryLeakCriterion.UsualGrowth },
        new CriterionRecord(CriterionKinds.StableConnections),
        new CriterionRecord(CriterionKinds.NoCrashes),
    ];

    /// <summary>Fewer of the measured requests fail than a share.</summary>
    /// <param name="below">The share, above 0 and up to 1: 0.01 is one in a hundred.</param>
    public CriteriaBuilder ErrorRate(double below)
    {
        if (!(below is > 0 and <= 1)) throw new ArgumentException($"An error rate lies below a share above 0 and up to 1, and this is {below}.", nameof(below));
        return Set(new CriterionRecord(CriterionKinds.ErrorRate) { Limit = below });
    }

    /// <summary>The 95th percentile of the response time of every endpoint stays below a time.</summary>
    /// <param name="below">The time, above zero.</param>
    public CriteriaBuilder P95(TimeSpan below) => Set(P95Below(below));

    /// <summary>The 95th percentile of the response time of critical endpoints stays below a time, each by its method and name.</summary>
    /// <param name="below">The time, above zero.</param>
    /// <param name="endpoints">The critical endpoints; none: every endpoint.</param>
    public CriteriaBuilder P95(TimeSpan below, params Endpoint[] endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        if (endpoints.Contains(null)) throw new ArgumentException("One of the critical endpoints is null.", nameof(endpoints));
        var keys = endpoints.Select(e => (e.Name, e.Method.Method)).Distinct().ToList();
        return Set(P95Below(below) with { Endpoints = [.. keys.Select(k => k.Name)], Methods = [.. keys.Select(k => k.Method)] });
    }

    /// <summary>The same by names that requests are given one by one; all methods of a name count together.</summary>
    /// <param name="below">The time, above zero.</param>
    /// <param name="endpoints">The names that the critical endpoints have in statistics; none: every endpoint.</param>
    public CriteriaBuilder P95(TimeSpan below, params string[] endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        if (endpoints.Any(string.IsNullOrWhiteSpace)) throw new ArgumentException("A critical endpoint has a name, and one of these is empty.", nameof(endpoints));
        return Set(P95Below(below) with { Endpoints = [.. endpoints.Distinct(StringComparer.Ordinal)] });
    }

    /// <summary>The system holds a number of users within its critical limits.</summary>
    /// <param name="atLeast">How many; at least 1. Undecided in a profile that asks for fewer.</param>
    public CriteriaBuilder ConcurrentUsers(int atLeast)
    {
        if (atLeast < 1) throw new ArgumentException($"A number of concurrent users is at least 1, and this is {atLeast}.", nameof(atLeast));
        return Set(new CriterionRecord(CriterionKinds.ConcurrentUsers) { Limit = atLeast });
    }

    /// <summary>
    /// The memory of no service climbs steadily. Every suite has it; undecided where the load is even for less than three
    /// minutes.
    /// </summary>
    /// <param name="growth">Growth in 30 minutes from which on it is a leak, as a share of the memory used; above 0.</param>
    public CriteriaBuilder NoMemoryLeak(double growth = 0.2)
    {
        if (!(growth > 0 && double.IsFinite(growth))) throw new ArgumentException($"A growth is a share above 0, and this is {growth}.", nameof(growth));
        return Set(new CriterionRecord(CriterionKinds.NoMemoryLeak) { Limit = growth });
    }

    /// <summary>
    /// Database connections stay below 95 % of their limit and do not climb. Every suite has it; undecided where the load is
    /// even for less than a minute.
    /// </summary>
    public CriteriaBuilder StableConnections() => Set(new CriterionRecord(CriterionKinds.StableConnections));

    /// <summary>No service ends, is started again, is killed for its memory, or panics in its log. Every suite has it.</summary>
    public CriteriaBuilder NoCrashes() => Set(new CriterionRecord(CriterionKinds.NoCrashes));

    static CriterionRecord P95Below(TimeSpan below) => below > TimeSpan.Zero
        ? new CriterionRecord(CriterionKinds.P95) { Limit = below.TotalMilliseconds }
        : throw new ArgumentException($"A response time lies below a time above zero, and this is {below}.", nameof(below));

    CriteriaBuilder Set(CriterionRecord criterion)
    {
        criteria.RemoveAll(other => other.Kind == criterion.Kind);
        criteria.Add(criterion);
        criteria.Sort((one, other) => Array.IndexOf(Order, one.Kind).CompareTo(Array.IndexOf(Order, other.Kind)));
        return this;
    }
}
