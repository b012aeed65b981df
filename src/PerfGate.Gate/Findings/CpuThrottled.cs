using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>A service's processor limit held its threads up.</summary>
internal sealed class CpuThrottled : IFindingRule
{
    // Threads wait together, so that their time may come to more than the measured time.
    const double OfTheTime = 0.05;

    public IEnumerable<Finding> Look(RunRecord run)
    {
        if (Measured.Of(run) is not { } measured) return [];
        return from resource in run.Resources
               let held = resource.ThrottledSeconds ?? 0
               where held >= measured.Seconds * OfTheTime
               orderby held descending
               select new Finding(
                   "cpu-throttled",
                   "A service's processor limit holds it up",
                   $"Threads of '{resource.Service}' were held up for {Evidence.Number(held)} s{Limit(resource)}, all threads together, "
                   + $"in {Evidence.Number(measured.Seconds)} s that were measured{Evidence.Between(measured.From, measured.To)}.",
                   "Raise its processor limit, or let fewer threads run at once: short bursts of many threads use the limit of each 100 ms up early.")
               {
                   Meaning = "It wanted to work and was not let: answers of these moments came late, though its mean use may look low.",
                   FromSeconds = measured.From,
                   ToSeconds = measured.To,
               };
    }

    static string Limit(ResourceRecord resource) =>
        resource.CpuLimit is { } limit ? $" by its limit of {Evidence.Number(limit)} processor{(limit == 1 ? "" : "s")}" : "";
}
