namespace PerfGate.Gate.Tests.Baselines;

/// <summary>A clock on which every look at it finds a second gone, and every wait over at once.</summary>
public sealed class HurriedTime : TimeProvider
{
    long seconds;

    public override long TimestampFrequency => 1;

    public override long GetTimestamp() => Interlocked.Increment(ref seconds);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
}
