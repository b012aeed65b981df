using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>
/// A service used nearly all of its processors for much of the time, a cache of one thread nearly all of one; or the services
/// without a limit of their own, together with all others and the load generator, nearly all of the machine.
/// </summary>
internal sealed class CpuSaturated : IFindingRule
{
    const int FewestSamples = 5;
    const double OfItsLimit = 0.9;
    const double OfTheMachine = 0.95;
    const double MuchOfTheTime = 0.5;

    public IEnumerable<Finding> Look(RunRecord run)
    {
        if (Measured.Of(run) is not { } measured) return [];
        var limited = run.Resources.Select(resource => Limited(resource, measured)).OfType<Finding>();
        return Machine(run, measured) is { } machine ? limited.Append(machine) : limited;
    }

    static Finding? Limited(ResourceRecord resource, Measured measured)
    {
        // Redis answers with one thread, however many processors there are.
        var alone = Charts.Find(resource, Charts.RedisMemory, Charts.Used) is not null && resource.CpuLimit is null or >= 1;
        if ((alone ? 1 : resource.CpuLimit) is not (> 0 and var limit)) return null;
        var samples = measured.Samples(resource.Second, resource.CpuShare);
        if (Busy(samples, limit * OfItsLimit) is not { } busy) return null;
        return Found(
            alone ? "A cache is busy all the time" : "A service is at its processor limit",
            $"'{resource.Service}' used at least {Words.Percent(OfItsLimit)} of {(alone ? "the one processor that its thread can use" : $"its limit of {Count(limit)}")} in {Words.Percent(busy.Share)} of the samples{Evidence.Between(busy.From, busy.To)}.",
            alone ? "Ask it less often: pipelines, MGET, smaller values, a short memory in the service; or spread the keys over several of them."
                : "Raise its limit or run more of it; or find what costs the time: the endpoint with the most CPU time, serialisation, logging, hashing.",
            busy);
    }

    // Embedded services share the processors with the generator, which is known as a mean only.
    static Finding? Machine(RunRecord run, Measured measured)
    {
        if (Processors.Of(run) is not { } processors || !run.Resources.Any(resource => resource.CpuLimit is null)) return null;
        var generator = Processors.OfGenerator(run) ?? 0;
        var sums = measured.Samples(
            run.Resources.MaxBy(resource => resource.Second.Count)!.Second,
            [.. Enumerable.Range(0, run.Resources.Max(resource => resource.CpuShare.Count)).Select(at => generator + Together(run, at))]);
        if (Busy(sums, processors * OfTheMachine) is not { } busy) return null;
        var users = run.Resources.Select(resource => (Name: $"'{resource.Service}'", Used: Mean(measured.Samples(resource.Second, resource.CpuShare))))
            .Append((Name: "the load generator", Used: generator))
            .Where(user => user.Used > 0)
            .OrderByDescending(user => user.Used)
            .Select(user => $"{user.Name} {Evidence.Number(user.Used)}");
        return Found(
            "The machine's processors are all busy",
            $"At least {Words.Percent(OfTheMachine)} of {Count(processors)} were in use in {Words.Percent(busy.Share)} of the samples{Evidence.Between(busy.From, busy.To)}. On average: {Evidence.Items([.. users])}.",
            "Lower the load or use a machine with more processors to see the system's own limit; or let the service that uses most do less for each request.",
            busy);
    }

    // All services are read in the same rounds. What one of them used may be missing: the sum is at least so much.
    static double? Together(RunRecord run, int sample)
    {
        var known = run.Resources.Select(resource => resource.CpuShare.ElementAtOrDefault(sample)).OfType<double>().ToList();
        return known.Count == 0 ? null : known.Sum();
    }

    static double Mean(List<(double Second, double Value)> samples) => samples.Count == 0 ? 0 : samples.Average(sample => sample.Value);

    static string Count(double processors) => $"{Evidence.Number(processors)} processor{(processors == 1 ? "" : "s")}";

    static (double Share, double From, double To)? Busy(List<(double Second, double Value)> samples, double from)
    {
        var busy = samples.Where(sample => sample.Value >= from).ToList();
        return samples.Count < FewestSamples || busy.Count < samples.Count * MuchOfTheTime
            ? null
            : ((double)busy.Count / samples.Count, busy[0].Second, busy[^1].Second);
    }

    static Finding Found(string title, string evidence, string advice, (double Share, double From, double To) busy) => new("cpu-saturated", title, evidence, advice)
    {
        Meaning = "Requests wait for a processor: more load makes answers slower, and not more of them.",
        FromSeconds = busy.From,
        ToSeconds = busy.To,
    };
}
