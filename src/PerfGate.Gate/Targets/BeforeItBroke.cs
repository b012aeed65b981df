using PerfGate.Gate.Recording;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Targets;

/// <summary>
/// A search for the load at which the system breaks is judged by what it held: the requests of the stage that broke are the answer
/// to the question, not a failure.
/// </summary>
internal static class BeforeItBroke
{
    /// <summary>The run without the requests of the stages that broke; the run itself when it held none.</summary>
    public static RunRecord Of(RunRecord run)
    {
        if (!run.UntilItBreaks) return run;
        var held = run.Stages.Where(s => !s.WarmUp && HeldUsers.Break(s, run.Targets) is null).ToList();
        var requests = held.SelectMany(s => s.Endpoints).ToList();
        if (requests.Count == 0) return run;
        var totals = new Totals(requests.Sum(e => e.Requests), requests.Sum(e => e.Failures), held.Sum(s => s.DurationSeconds));
        var endpoints = EndpointMerge.ByName(requests, totals.Seconds);
        return run with { Totals = totals, Endpoints = endpoints, Overall = EndpointMerge.All(endpoints, totals.Seconds) };
    }
}
