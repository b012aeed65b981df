using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>All rules, the gravest first.</summary>
internal static class FindingRules
{
    // More of the same kind hide what else was found.
    const int MostOfARule = 3;

    public static IEnumerable<Finding> Look(RunRecord run, GuardLimits limits)
    {
        IFindingRule[] rules =
        [
            // Something broke.
            new ServiceExited(), new ServiceRestarted(), new PanicInLog(), new GeneratorSaturated(limits),
            // Something is full.
            new ConnectionsAtLimit(), new PoolExhausted(), new MemoryNearLimit(), new CpuSaturated(), new CpuThrottled(),
            // Requests failed.
            new ConnectionsRefused(), new Timeouts(), new ErrorBurst(), new DominantFailure(), new RateLimited(), new Deadlocks(),
            // Something is slow, or becomes slow.
            new MissingIndex(), new NPlusOne(), new SlowStatement(), new ResponseTimeClimbs(), new MemoryGrowth(),
            new CacheEvictions(), new CacheMisses(), new SlowRequests(),
            // Good to know.
            new ErrorsInLog(), new BusinessStatuses(),
        ];
        var found = rules.SelectMany(rule => rule.Look(run).Take(MostOfARule)).ToList();

        // Of failures that are all the limiter's, it is enough to say that once.
        return found.Exists(f => f.Rule == "rate-limited") ? found.Where(f => f.Rule != "dominant-failure" || !f.Evidence.Contains("429", StringComparison.Ordinal)) : found;
    }
}
