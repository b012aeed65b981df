using PerfGate.Load.Results;

namespace Benchmarks.Engine;

/// <summary>Looks at the process once a second while load runs.</summary>
internal sealed class Watcher(EngineOrder order) : IProgress<LoadProgress>
{
    public long? ResidentBytes { get; private set; }

    public long? LiveBytes { get; private set; }

    public void Report(LoadProgress value)
    {
        ResidentBytes = Environment.WorkingSet;
        var isNearEnd = value.TotalLeft.TotalSeconds is > 1 and < 3;
        if (isNearEnd && LiveBytes is null && order.CountsLiveBytes)
            LiveBytes = GC.GetTotalMemory(forceFullCollection: true);
    }
}
