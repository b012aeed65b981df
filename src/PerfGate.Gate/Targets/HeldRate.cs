using PerfGate.Gate.Records;

namespace PerfGate.Gate.Targets;

/// <summary>
/// How many arrivals a second a system held within its critical limits: open stage by open stage, the lowest rate first, up to
/// the first that misses a critical limit of latency or errors, or in which arrivals found no idle user.
/// </summary>
/// <param name="Held">The highest rate of a stage that missed nothing; null when there was none such below the first that did.</param>
/// <param name="Offered">The highest rate of a measured stage that held its rate; null when there was none.</param>
/// <param name="Broken">The stage that broke at the lowest rate; null when none did.</param>
internal sealed record HeldRate(double? Held, double? Offered, BrokenStage? Broken)
{
    // A stage counts as one of a rate when that is its rate all along: a ramp has had most of its arrivals at lower ones.
    const double Nearly = 0.95;

    /// <summary>What a run shows.</summary>
    public static HeldRate Of(RunRecord run)
    {
        var stages = run.Stages.Where(s => s is { WarmUp: false, Rate: > 0 } && (s.Endpoints.Count > 0 || s.Dropped > 0) && IsEven(s)).ToList();
        var broken = stages.Select(s => StageBreak.Of(s, run.Targets)).OfType<BrokenStage>().OrderBy(b => b.Rate).ThenBy(b => b.FromSeconds).FirstOrDefault();
        var held = stages.Where(s => broken is null || s.Rate < broken.Rate).Max(s => s.Rate);
        return new HeldRate(held, stages.Max(s => s.Rate), broken);
    }

    static bool IsEven(StageRecord stage) => stage.StartRate >= Nearly * stage.Rate && stage.Rate >= Nearly * stage.StartRate;
}
