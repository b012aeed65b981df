using PerfGate.Gate.Records;

namespace PerfGate.Gate.Targets;

/// <summary>What is wrong with targets before anything is measured.</summary>
internal static class TargetProblems
{
    /// <summary>One sentence per mistake: an unknown metric or endpoint, limits that are out of order or no numbers.</summary>
    /// <param name="targets">The targets of a suite.</param>
    /// <param name="endpoints">The names that its users can send requests under; null when they are not known before the run.</param>
    public static IEnumerable<string> Of(IEnumerable<TargetRecord> targets, IReadOnlyCollection<string>? endpoints) =>
        targets.SelectMany(target => Of(target, endpoints).Select(problem => $"The target {target.Metric} of {target.Endpoint ?? EndpointRecord.AllRequests} {problem}"));

    static IEnumerable<string> Of(TargetRecord target, IReadOnlyCollection<string>? endpoints)
    {
        if (!Metrics.All.Contains(target.Metric))
            yield return $"is of no metric known here: {string.Join(", ", Metrics.All)}.";
        if (target is { Metric: Metrics.ConcurrentUsers, Endpoint: not null })
            yield return "is of one endpoint, but users are those of the whole system: set it outside of For.";
        if (endpoints is not null && target.Endpoint is { } name && !endpoints.Contains(name, StringComparer.Ordinal))
            yield return $"names an endpoint that no user requests. They request: {string.Join(", ", endpoints.Order(StringComparer.Ordinal))}.";
        if (!InOrder(target))
            yield return $"has the limits {target.Target}, {target.Acceptable}, {target.Critical}; from target to critical they get {(Metrics.MoreIsBetter(target.Metric) ? "smaller" : "larger")} and none is below 0.";
    }

    static bool InOrder(TargetRecord t)
    {
        var (least, most) = Metrics.MoreIsBetter(t.Metric) ? (t.Critical, t.Target) : (t.Target, t.Critical);
        return least >= 0 && least <= t.Acceptable && t.Acceptable <= most && double.IsFinite(most);
    }
}
