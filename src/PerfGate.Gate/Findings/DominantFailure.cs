using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>Most failures have the same reason, or are of the same endpoint: that is the one to look at.</summary>
internal sealed class DominantFailure : IFindingRule
{
    const long FewestFailures = 10;
    const double Most = 0.8;

    public IEnumerable<Finding> Look(RunRecord run)
    {
        var all = run.Failures.Sum(f => f.Count);
        var found = all < FewestFailures ? null : Find(run, all, f => $"\"{f.Reason}\"", "One reason is behind most failures", "Look for that answer in the service's log, and at what changed there.")
            ?? Find(run, all, f => $"{f.Method} {f.Endpoint}", "One endpoint has most failures", "Look at that endpoint first: the others did well.");
        return found is null ? [] : [found];
    }

    static Finding? Find(RunRecord run, long all, Func<FailureRecord, string> by, string title, string advice)
    {
        var most = run.Failures.Where(f => f.Count > 0).GroupBy(by).MaxBy(g => g.Sum(f => f.Count))!;
        var count = most.Sum(f => f.Count);
        return count < all * Most ? null : new Finding(
            "dominant-failure",
            title,
            $"{most.Key}: {count} of {Words.Count(all, "failed request")}, {Words.Percent((double)count / all)}.",
            advice)
        {
            Meaning = "Most failures have one cause: when it is gone, they are gone.",
            FromSeconds = most.Min(f => f.FirstSeconds),
            ToSeconds = most.Max(f => f.LastSeconds),
        };
    }
}
