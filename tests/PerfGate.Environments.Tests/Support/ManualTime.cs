namespace PerfGate.Environments.Tests.Support;

/// <summary>A clock that a test moves; timers are those of the system.</summary>
public sealed class ManualTime : TimeProvider
{
    TimeSpan now = TimeSpan.FromHours(1);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => now.Ticks;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + now;

    public void Advance(TimeSpan by) => now += by;
}
