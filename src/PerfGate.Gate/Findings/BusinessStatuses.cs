using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>Requests were answered with an error status that the suite expects, such as 402 where no money is left.</summary>
internal sealed class BusinessStatuses : IFindingRule
{
    const double OfAnEndpoint = 0.01;
    const int FirstError = 400;

    // What the rate limiter answers is a finding of its own.
    const int TooManyRequests = 429;

    public IEnumerable<Finding> Look(RunRecord run)
    {
        var expected = run.Endpoints
            .SelectMany(endpoint => Accepted(run, endpoint).Select(answer => (endpoint, answer.Status, Share: (double)answer.Count / endpoint.Requests)))
            .Where(answer => answer.Share >= OfAnEndpoint)
            .OrderByDescending(answer => answer.Share)
            .Select(answer => $"{Words.Percent(answer.Share)} of {answer.endpoint.Method} {answer.endpoint.Name} with {answer.Status}")
            .ToList();
        if (expected.Count == 0) yield break;
        yield return Measured.Over(run, new Finding(
            "business-statuses",
            "Answers with an error status that the suite expects",
            $"{Evidence.Items(expected)} were answered so and count as good.",
            "Nothing need be done. If real users would see it less often, give the test's users more to spend, or tasks that fit what they have.")
        {
            Meaning = "It is a remark and no fault: a refusal is often quicker than the real work, so these endpoints look faster than they are.",
        });
    }

    // Failures whose status is not known may be any of these: what is left after them is accepted for certain.
    static IEnumerable<(int Status, long Count)> Accepted(RunRecord run, EndpointRecord endpoint)
    {
        var statuses = endpoint.Statuses ?? [];
        var known = statuses.Where(s => s.Status >= FirstError).Select(s => (s.Status, s.Count, Failed: Answers.Failed(run, endpoint, s.Status))).ToList();
        var unanswered = statuses.Where(s => s.Status == 0).Sum(s => s.Count);
        var unknown = Math.Max(0, endpoint.Failures - unanswered - known.Sum(s => s.Failed));
        return known.Where(s => s.Status != TooManyRequests).Select(s => (s.Status, s.Count - s.Failed - unknown)).Where(s => s.Item2 > 0);
    }
}
