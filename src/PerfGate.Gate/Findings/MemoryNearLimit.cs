using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>A service used about as much memory as it may, or was refused some.</summary>
internal sealed class MemoryNearLimit : IFindingRule
{
    const double Near = 0.9;

    public IEnumerable<Finding> Look(RunRecord run)
    {
        foreach (var resource in run.Resources)
        {
            if (resource is not { PeakMemoryBytes: { } peak, MemoryLimitBytes: > 0 and var limit } || peak < limit * Near) continue;
            var near = resource.Second.Zip(resource.MemoryBytes).Where(sample => sample.Second >= limit * Near).Select(sample => sample.First);
            var (from, to) = Evidence.Ends(near);
            yield return Found(
                $"'{resource.Service}' used up to {Words.Bytes(peak)} of the {Words.Bytes(limit)} that it may, {Words.Percent((double)peak / limit)}{Evidence.Between(from, to)}.",
                from,
                to);
        }

        foreach (var told in LogEvidence.OfEach(run, LogKinds.OutOfMemory)) yield return Found(told.Sentence, told.From, told.To);
    }

    static Finding Found(string evidence, double? from, double? to) => new(
        "memory-near-limit",
        "A service has hardly any memory left",
        evidence,
        "Give it a higher memory limit, or let it hold less: smaller caches, pages instead of whole lists, streams instead of buffers.")
    {
        Meaning = "Near its limit a service collects garbage all the time, and beyond it it is killed.",
        FromSeconds = from,
        ToSeconds = to,
    };
}
