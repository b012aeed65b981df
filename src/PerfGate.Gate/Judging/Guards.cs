using PerfGate.Gate.Records;
using PerfGate.Gate.Targets;

namespace PerfGate.Gate.Judging;

/// <summary>What makes a measurement worthless, whatever it says.</summary>
internal static class Guards
{
    /// <summary>One sentence per guard that tripped.</summary>
    public static IEnumerable<string> Trips(RunRecord run, GuardLimits limits)
    {
        if (run.End == RunEnd.SystemDied) yield return $"The system died under the harness: {Words.Sentence(Words.WithoutLog(run.SystemDeath ?? "why is not known"))}";
        else if (run.Totals.Requests == 0) yield return "Nothing was measured: no request was made outside warm-up.";
        if (run.Generator.CpuShare > limits.GeneratorCpuShare)
            yield return $"The load generator used {Words.Percent(run.Generator.CpuShare)} of the machine's processors (limit {Words.Percent(limits.GeneratorCpuShare)}), so it measured its own queue too.";
        if (BeforeItBroke.Arrivals(run) is (> 0 and var arrivals, var dropped) && (double)dropped / arrivals > limits.Dropped)
            yield return $"{Words.Percent((double)dropped / arrivals)} of {Words.Count(arrivals, "arrival")} were dropped (limit {Words.Percent(limits.Dropped)}): no user of the pool was idle, so what they would have seen is not in the numbers. Make the pool larger with p.Pool(…), or the rate smaller.";
        if (run.Generator.ScheduleLagP99Micros is { } lag && lag > limits.ScheduleLagP99.TotalMicroseconds)
            yield return $"The load generator started tasks late: 1 % of them by more than {Words.Millis(lag / 1000.0)} (limit {Words.Millis(limits.ScheduleLagP99.TotalMilliseconds)}).";
    }
}
