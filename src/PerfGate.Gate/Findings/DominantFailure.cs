using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>Most failures have the same reason, or are of the same endpoint: that is the one to look at.</summary>
internal sealed class DominantFailure : IFindingRule
{
    const long FewestFailures = 10;
    const double Most = 0.8;

    public Finding? Look(RunRecord run)
    {
        var all = run.Failures.Sum(f => f.Count);
        if (all < FewestFailures) return null;
        return Find(run, all, f => $"\"{f.Reason}\"", "One reason is behind most failures", "Look for that answer in the service's log, and at what changed there.")
            ?? Find(run, all, f => $"{f.Method} {f.Endpoint}", "One endpoint has most failures", "Look at that endpoint first: the others did well.");
    }

    static Finding? Find(RunRecord run, long all, Func<FailureRecord, string> by, string title, string advice)
    {
        var (what, count) = run.Failures.GroupBy(by).Select(g => (g.Key, g.Sum(f => f.Count))).MaxBy(g => g.Item2);
        return count < all * Most ? null : new Finding(
            "dominant-failure",
            title,
            $"{what}: {count} of {Words.Count(all, "failed request")}, {Words.Percent((double)count / all)}.",
            advice);
    }
}
