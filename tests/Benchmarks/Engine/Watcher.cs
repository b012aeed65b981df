using PerfGate.Load.Results;

namespace Benchmarks.Engine;

/// <summary>Looks at the process once a second while load runs.</summary>
internal sealed class Watcher(EngineOrder order) : IProgress<LoadProgress>
{
    (long Requests, long Bytes)? first;
    (long Requests, long Bytes)? last;

    public long? ResidentBytes { get; private set; }

    public long? LiveBytes { get; private set; }

    public double? AllocatedBytesPerRequest =>
        first is { } from && last is { } to && to.Requests > from.Requests
            ? (double)(to.Bytes - from.Bytes) / (to.Requests - from.Requests)
            : null;

    public void Report(LoadProgress value)
    {
        var now = (value.Requests, GC.GetTotalAllocatedBytes());
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
