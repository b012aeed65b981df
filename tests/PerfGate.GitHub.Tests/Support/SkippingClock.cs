using System.Collections.Concurrent;

namespace PerfGate.GitHub.Tests.Support;

/// <summary>The real time, in which every wait is over at once and has moved the clock by as much.</summary>
internal sealed class SkippingClock : TimeProvider
{
    TimeSpan ahead;

    public ConcurrentQueue<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Enqueue(dueTime);
        ahead += dueTime;
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
