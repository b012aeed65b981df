using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>Many requests took longer than the suite's limit of slowness.</summary>
internal sealed class SlowRequests : IFindingRule
{
    const double Many = 0.01;

    public IEnumerable<Finding> Look(RunRecord run)
    {
        // Slow requests are counted with those of the warm-up.
        var requests = run.Totals.Requests + run.WarmUp.Requests;
        if (run.SlowRequests is not { } slow || requests == 0 || slow.Total <= requests * Many) yield break;
        var endpoints = slow.Sample.GroupBy(request => $"{request.Method} {request.Endpoint}")
            .OrderByDescending(group => group.Count())
            .Select(group => $"{group.Key} {Words.Percent((double)group.Count() / slow.Sample.Count)}")
            .ToList();
        var (from, to) = Evidence.Ends(slow.Sample.Select(request => request.Second));
        yield return new Finding(
            "slow-requests",
            "Many requests are slow",
            $"{Evidence.Number(slow.Total)} of {Words.Count(requests, "request")}, {Words.Percent((double)slow.Total / requests)}, took longer than {Words.Millis(slow.LimitMicros / 1000.0)}"
            + $"{Evidence.Between(from, to)}{(endpoints.Count == 0 ? "" : $": {Evidence.Items(endpoints)}{(slow.Sample.Count < slow.Total ? $" of a sample of {slow.Sample.Count}" : "")}")}.",
            "Look at the endpoint with the most of them, and at what the system was doing at their times: the list of slow requests is in the report.")
        {
            Meaning = "More than one request in a hundred makes its user wait noticeably.",
            FromSeconds = from,
            ToSeconds = to,
        };
    }
}
