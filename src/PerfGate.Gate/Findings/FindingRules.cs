using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>All rules, the gravest first.</summary>
internal static class FindingRules
{
    public static IEnumerable<Finding> Look(RunRecord run, GuardLimits limits)
    {
        IFindingRule[] rules = [new ServiceExited(), new GeneratorSaturated(limits), new ErrorBurst(), new DominantFailure()];
        return rules.Select(rule => rule.Look(run)).OfType<Finding>();
    }
}
