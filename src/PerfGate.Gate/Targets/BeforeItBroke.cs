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
        var held = Held(run).ToList();
        return held.Exists(s => s.Endpoints.Count > 0) ? Only(run, held) : run;
    }

    /// <summary>The stages with requests that a search held, the least load first, each with the run as if it had measured nothing else.</summary>
    public static IReadOnlyList<(StageRecord Stage, RunRecord Run)> Steps(RunRecord run) =>
    [
        .. Held(run).Where(s => s.Endpoints.Count > 0).OrderBy(s => s.Rate ?? s.Users).ThenBy(s => s.StartSeconds).Select(s => (s, Only(run, [s]))),
    ];

    /// <summary>
    /// The arrivals of a run and those dropped among them; of a search that held something without those of the stages that
    /// broke, where there being too many is the answer too.
    /// </summary>
    public static (long? Arrivals, long Dropped) Arrivals(RunRecord run)
    {
        var broken = ReferenceEquals(Of(run), run) ? [] : run.Stages.Where(s => !s.WarmUp).Except(Held(run)).ToList();
        return (run.Generator.Arrivals - broken.Sum(s => s.Arrivals ?? 0), Math.Max(0, run.Generator.Dropped - broken.Sum(s => s.Dropped ?? 0)));
    }

    static IEnumerable<StageRecord> Held(RunRecord run) => run.Stages.Where(s => !s.WarmUp && StageBreak.Of(s, run.Targets) is null);

    static RunRecord Only(RunRecord run, IReadOnlyList<StageRecord> stages)
    {
        var requests = stages.SelectMany(s => s.Endpoints).ToList();
        var totals = new Totals(requests.Sum(e => e.Requests), requests.Sum(e => e.Failures), stages.Sum(s => s.DurationSeconds));
        var endpoints = EndpointMerge.ByName(requests, totals.Seconds);
        return run with { Totals = totals, Endpoints = endpoints, Overall = EndpointMerge.All(endpoints, totals.Seconds) };
    }
}
