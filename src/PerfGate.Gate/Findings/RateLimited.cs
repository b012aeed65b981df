using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>The system's rate limiter turned requests away.</summary>
internal sealed class RateLimited : IFindingRule
{
    const int TooManyRequests = 429;

    public IEnumerable<Finding> Look(RunRecord run)
    {
        var limited = run.Endpoints.Select(endpoint => (endpoint, Count: Answers.Of(run, endpoint, TooManyRequests)))
            .Where(one => one.Count > 0)
            .OrderByDescending(one => one.Count)
            .ToList();
        var all = limited.Sum(one => one.Count);
        if (all == 0) yield break;
        var endpoints = limited.ConvertAll(one => $"{one.endpoint.Method} {one.endpoint.Name} {Words.Percent((double)one.Count / one.endpoint.Requests)}");
        var finding = Measured.Over(run, new Finding(
            "rate-limited",
            "The system's rate limiter turned requests away",
            $"{Evidence.Number(all)} of {Words.Count(run.Totals.Requests, "request")} were answered with status 429: {Evidence.Items(endpoints)} of theirs.",
            "Let users be more, each asking less often or from an address of its own; or raise the limit, or switch it off, where the system is tested.")
        {
            Meaning = "The limiter works as it should, but what was measured is in part its refusals, and not the work that was asked for.",
        });
        // Where every one of them counts as failed, it is known when.
        var failures = run.Failures.Where(f => f.Count > 0 && Answers.Says(f.Reason, TooManyRequests)).ToList();
        yield return failures.Sum(f => f.Count) < all
            ? finding
            : finding with { FromSeconds = failures.Min(f => f.FirstSeconds), ToSeconds = failures.Max(f => f.LastSeconds) };
    }
}
