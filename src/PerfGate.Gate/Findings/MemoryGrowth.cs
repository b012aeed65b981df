using PerfGate.Gate.Criteria;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>The memory of a service climbs under an even load: what the criterion of no memory leak fails for, asked of each service.</summary>
internal sealed class MemoryGrowth : IFindingRule
{
    public IEnumerable<Finding> Look(RunRecord run)
    {
        if (SteadyLoad.Longest(run) is not { } load) return [];
        var criterion = run.Criteria.FirstOrDefault(c => c.Kind == CriterionKinds.NoMemoryLeak) ?? new CriterionRecord(CriterionKinds.NoMemoryLeak);
        return from resource in run.Resources
               let answer = new MemoryLeakCriterion().Ask(criterion, run with { Resources = [resource] })
               where answer.Outcome == Outcome.Failed
               orderby answer.Value descending
               select new Finding(
                   "memory-growth",
                   "The memory of a service climbs",
                   answer.Evidence,
                   "Compare two heap dumps (dotnet-gcdump, tracemalloc) some minutes apart: look for caches without a limit, handlers that are never removed, and connections and streams that are never closed.")
               {
                   Meaning = "It keeps what it no longer needs: sooner or later it spends its time collecting garbage, and then it is killed.",
                   FromSeconds = load.From,
                   ToSeconds = load.To,
               };
    }
}
