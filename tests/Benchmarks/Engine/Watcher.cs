using PerfGate.Load.Results;

namespace Benchmarks.Engine;

/// <summary>Looks at the process once a second while load runs.</summary>
internal sealed class Watcher(EngineOrder order) : IProgress<LoadProgress>
{
    Look? first;
    Look? last;

    public long? ResidentBytes { get; private set; }

    public long? LiveBytes { get; private set; }

    /// <summary>What was allocated between the first look and the last; null when there were not two.</summary>
    public Look? Between => first is { } from && last is { } to && to.Seconds > from.Seconds
        ? new Look(to.Seconds - from.Seconds, to.Requests - from.Requests, to.Bytes - from.Bytes)
        : null;

    public void Report(LoadProgress value)
    {
        var now = new Look(value.Elapsed.TotalSeconds, value.Requests, GC.GetTotalAllocatedBytes());
        ResidentBytes = Environment.WorkingSet;
        if (value.Elapsed.TotalSeconds > order.RampSeconds + 0.5)
        {
            if (first is null) first = now;
            else last = now;
        }

        var isNearEnd = value.TotalLeft.TotalSeconds is > 1 and < 3;
        if (isNearEnd && LiveBytes is null && order.CountsLiveBytes)
            LiveBytes = GC.GetTotalMemory(forceFullCollection: true);
    }
}
