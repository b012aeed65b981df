using PerfGate.Gate.Baselines;
using PerfGate.Gate.Comparing;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Judging;

/// <summary>The verdict in plain words. What failed the gate comes first: a missed critical target, else a success criterion.</summary>
internal static class Headline
{
    public static string Invalid(IReadOnlyList<string> trips) =>
        $"Invalid run: {Words.Lower(trips[0])}" + trips.Count switch
        {
            1 => "",
            2 => " There is 1 more reason.",
            _ => $" There are {trips.Count - 1} more reasons.",
        };

    public static string Of(
        Verdict verdict, BaselineSearch search, ComparedRun compared, GateResult result, ComparisonLimits limits)
    {
        var failures = Failures(result);
        var comparison = verdict switch
        {
            Verdict.NoBaseline when result.Breakpoint is { } found => Breaking(found),
            Verdict.NoBaseline => search.Others.Count == 0 ? "No baseline yet" : "No baseline yet of this machine and workload",
            Verdict.Passed => $"{(failures.Count == 0 ? "Passed: no" : "No")} change beyond ±{Words.Percent(limits.Tolerance)} against {Reference(search.Baseline!, compared)}",
            _ => Inconclusive(Reference(search.Baseline!, compared), compared, failures.Count == 0),
        };
        return failures is [var worst, .. var more]
            ? $"Failed: {worst}{(more.Count == 0 ? "" : $", and {Words.Count(more.Count, "more failure")}")}. {Words.Sentence(comparison)}"
            : $"{comparison}; {Met(result)}.";
    }

    static string Breaking(Breakpoint found) => found switch
    {
        { BrokeAtUsers: { } broke, HeldUsers: { } held } => $"Held {Users(held)} and broke at {Users(broke)} ({found.Why})",
        { BrokeAtUsers: { } broke } => $"Broke at {Users(broke)}, the fewest that were tried ({found.Why})",
        { BrokeAtRate: { } broke, HeldRate: { } held } => $"Held {Words.Rate(held)} and broke at {Words.Rate(broke)} ({found.Why})",
        { BrokeAtRate: { } broke } => $"Broke at {Words.Rate(broke)}, the lowest rate that was tried ({found.Why})",
        { HeldUsers: { } held, HeldRate: { } rate } => $"Held {Users(held)} and {Words.Rate(rate)}, the most that were tried, and did not break",
        { HeldUsers: { } held } => $"Held {Users(held)}, the most that were tried, and did not break",
        { HeldRate: { } held } => $"Held {Words.Rate(held)}, the most that were tried, and did not break",
        _ => "No step of the search had enough load for long enough to tell",
    };

    static string Users(int users) => Words.Value(Metrics.ConcurrentUsers, users);

    static string Inconclusive(string reference, ComparedRun compared, bool leads)
    {
        var word = leads ? "Inconclusive: " : "";
        var flagged = compared.Comparisons.Where(c => c is { Flagged: true, Gated: true }).ToList();
        var worst = StoredComparison.Suspects(flagged) is [var suspect, ..] ? suspect : flagged.MaxBy(StoredComparison.Size);
        if (worst is not null)
            return $"{word}{Words.Count(flagged.Count, "change")} against {reference} stand{(flagged.Count == 1 ? "s" : "")} out, most of all {Describe(worst)}; a stored baseline alone cannot prove it";
        return compared.SmallestVisibleChange is { } smallest
            ? $"{word}{(leads ? "n" : "N")}othing stands out against {reference}, but a slowdown below {Words.Percent(smallest)} could have stayed unseen"
            : $"{word}{(leads ? "t" : "T")}oo few requests to compare with {reference}";
    }

    /// <summary>What a run was compared with: one baseline, or the median of many.</summary>
    public static string Reference(RunRecord baseline, ComparedRun compared) =>
        compared.Sessions == 0 ? $"baseline {baseline.RunId}" : $"the median of {Words.Count(compared.Sessions, "earlier run")}";

    /// <summary>A metric and its change: "p95 of GET /x (+12 %)".</summary>
    public static string Describe(Comparison c) =>
        $"{Words.Metric(c.Metric)} of {Words.Endpoint(c.Method, c.Endpoint)}{(c.Change is { } change ? $" ({Words.Change(change)})" : "")}";

    public static string Met(GateResult result)
    {
        var targets = result.Targets;
        if (targets.Count == 0) return "no targets are set";
        var met = targets.Count(t => t.Tier is Tier.Target or Tier.Acceptable);
        var unjudged = targets.Count(t => t.Tier is null);
        return (met == targets.Count ? Words.Count(met, "target") : $"{met} of {Words.Count(targets.Count, "target")}") + " met"
            + (unjudged == 0 ? "" : $", {unjudged} could not be judged");
    }

    // Targets first, the furthest beyond its limit before the others; then what the run as a whole did not hold.
    public static List<string> Failures(GateResult result) =>
    [
        .. result.Targets.Where(t => t.Tier == Tier.Critical).OrderByDescending(Excess).Select(Words.Missed),
        .. result.Criteria.Where(c => c.Outcome == Outcome.Failed).Select(c => $"{Words.Lower(c.Title)} does not hold ({Words.Lower(c.Evidence.TrimEnd('.'))})"),
    ];

    static double Excess(TargetResult t) =>
        Metrics.MoreIsBetter(t.Metric) ? t.Critical / Math.Max(t.Value!.Value, 1e-9) : t.Value!.Value / Math.Max(t.Critical, 1e-9);
}
