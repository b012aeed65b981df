using PerfGate.Environments.Probes;

namespace PerfGate.Gate.Paired.Watching;

/// <summary>Follows the slots of a block, and reads at both ends of each what was used.</summary>
internal sealed class SlotWatch(IReadOnlyList<IProbe> baseline, IReadOnlyList<IProbe> candidate, ControlEndpoint control, TimeProvider time)
{
    // What the slot before left under way is answered by then.
    static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(100);

    /// <summary>One entry per slot, in their order.</summary>
    /// <param name="slots">The slots.</param>
    /// <param name="began">The clock's timestamp when the block's profiles began.</param>
    /// <param name="finished">Told the number of slots that are over.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<IReadOnlyList<SlotUse>> FollowAsync(IReadOnlyList<SlotPlan> slots, long began, Action<int> finished, CancellationToken ct)
    {
        var uses = new List<SlotUse>();
        foreach (var slot in slots)
        {
            await Until(slot.Quiet + Settle.TotalSeconds);
            var trip = control.MeasureMicros();
            await Until(slot.Measured);
            var begin = await Mark();
            await Until(slot.End);
            uses.Add(new SlotUse(begin, await Mark(), trip));
            finished(uses.Count);
        }

        return uses;

        double Now() => time.GetElapsedTime(began).TotalSeconds;

        async Task Until(double second)
        {
            if (TimeSpan.FromSeconds(second - Now()) is { Ticks: > 0 } left) await Task.Delay(left, time, ct);
            ct.ThrowIfCancellationRequested();
        }

        async Task<SlotMark> Mark() => new(
            Now(), await CpuSeconds(baseline, ct), await CpuSeconds(candidate, ct), Environment.CpuUsage.TotalTime.TotalSeconds, MachineCpu.Read());
    }

    // A part of a system that cannot be read makes the sum unknown, not smaller.
    static async Task<double?> CpuSeconds(IReadOnlyList<IProbe> probes, CancellationToken ct)
    {
        double? sum = null;
        foreach (var probe in probes)
        {
            var metric = probe.Metrics.ToList().IndexOf(ServiceMetrics.Cpu);
            if (metric < 0) continue;
            if ((await probe.ReadAsync(ct)).Value(metric) is not { } seconds) return null;
            sum = (sum ?? 0) + seconds;
        }

        return sum;
    }
}
