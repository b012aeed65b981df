using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>A cache has no room: it drops what it still could serve, or is about to.</summary>
internal sealed class CacheEvictions : IFindingRule
{
    const double Near = 0.9;

    public IEnumerable<Finding> Look(RunRecord run) => run.Resources.Select(resource => Full(run, resource)).OfType<Finding>();

    static Finding? Full(RunRecord run, ResourceRecord resource)
    {
        var evicted = Charts.Find(resource, Charts.RedisEvictions, Charts.Evicted)?.Figure;
        var memory = Charts.Find(resource, Charts.RedisMemory, Charts.Used);
        var near = memory is { Figure: { } used, Limit: > 0 and var limit } && used >= limit * Near;
        if (evicted is not > 0 && !near) return null;
        var room = memory is { Figure: { } most, Limit: > 0 and var allowed }
            ? $" used up to {Words.Bytes(most)} of the {Words.Bytes(allowed)} that it may, {Words.Percent(most / allowed)}"
            : "";
        var dropped = evicted > 0 ? $" evicted {Words.Count((long)evicted, "key")} while load was measured" : "";
        return Measured.Over(run, new Finding(
            "cache-evictions",
            evicted > 0 ? "The cache drops what it could still serve" : "The cache is nearly full",
            $"'{resource.Service}'{dropped}{(dropped.Length > 0 && room.Length > 0 ? " and" : "")}{room}.",
            "Raise maxmemory, let keys expire sooner, or keep smaller values.")
        {
            Meaning = "What was evicted has to be made again by the slower store behind it; and a cache that may not evict refuses to write.",
        });
    }
}
