using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Gate.Targets;

namespace PerfGate.Gate.Baselines;

/// <summary>Whether later runs may be compared with a run: a bad one would make every later one look good.</summary>
internal static class BaselineFitness
{
    public static IEnumerable<string> Problems(RunRecord run, GuardLimits limits)
    {
        if (run.End == RunEnd.Cancelled) yield return "It was cancelled before its end.";
        if (run.End == RunEnd.Stopped) yield return "It was stopped before its end.";
        foreach (var trip in Guards.Trips(run, limits)) yield return trip;
        foreach (var missed in TargetJudge.Judge(run).Where(t => t.Tier == Tier.Critical)) yield return $"{Words.Missed(missed)}.";
    }
}
