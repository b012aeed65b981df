using PerfGate.Load.Results;
using PerfGate.Statistics;

namespace PerfGate.Load.Scheduling;

/// <summary>What the generator's own process spends from now on.</summary>
internal sealed class GeneratorProbe
{
    readonly TimeSpan cpu = Environment.CpuUsage.TotalTime;
    readonly TimeSpan pause = GC.GetTotalPauseDuration();
    readonly int collections = GC.CollectionCount(0);
    readonly long allocated = GC.GetTotalAllocatedBytes();

    public GeneratorHealth Read(TimeSpan wall, HdrHistogram lag, long requests)
    {
        var capacity = wall * Environment.ProcessorCount;
        return new GeneratorHealth(
            CpuShare: capacity > TimeSpan.Zero ? Math.Clamp((Environment.CpuUsage.TotalTime - cpu) / capacity, 0, 1) : 0,
            ScheduleLagP50Micros: lag.Count == 0 ? null : lag.QuantileMicros(0.5),
            ScheduleLagP99Micros: lag.Count == 0 ? null : lag.QuantileMicros(0.99),
            ScheduleLagMaxMicros: lag.Count == 0 ? null : lag.MaxMicros,
            Dropped: 0,
            GcPause: GC.GetTotalPauseDuration() - pause,
            GcCollections: GC.CollectionCount(0) - collections,
            AllocatedBytesPerRequest: requests == 0 ? null : (double)(GC.GetTotalAllocatedBytes() - allocated) / requests);
    }
}
