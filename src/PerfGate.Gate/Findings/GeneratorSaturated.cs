using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Gate.Targets;

namespace PerfGate.Gate.Findings;

/// <summary>The load generator could not keep up with its own plan.</summary>
internal sealed class GeneratorSaturated(GuardLimits limits) : IFindingRule
{
    public IEnumerable<Finding> Look(RunRecord run)
    {
        var generator = run.Generator;
        var busy = generator.CpuShare > limits.GeneratorCpuShare;
        var late = generator.ScheduleLagP99Micros > limits.ScheduleLagP99.TotalMicroseconds;
        var (_, dropped) = BeforeItBroke.Arrivals(run);
        if (!busy && !late && dropped == 0) yield break;
        var lag = generator.ScheduleLagP99Micros is { } micros ? $"99 % of tasks started within {Words.Millis(micros / 1000.0)} of when they were due" : "no task had a time when it was due";
        yield return new Finding(
            "generator-saturated",
            "The load generator could not keep up",
            $"It used {Words.Percent(generator.CpuShare)} of the machine's processors, {lag}, and {Words.Count(dropped, "arrival")} found no free place.",
            "Use fewer users or a longer pace, give the machine more processors, or run the system under test on another machine.")
        {
            Meaning = "The times hold the generator's own queue too: they say more about it than about the system.",
            FromSeconds = 0,
            ToSeconds = run.DurationSeconds,
        };
    }
}
