namespace PerfGate.Load;

/// <summary>The time of one run: whole microseconds since its load began.</summary>
internal sealed class LoadClock(TimeProvider time)
{
    const long LongestWait = 24 * 3_600_000_000L;

    readonly long start = time.GetTimestamp();

    public TimeProvider Time => time;

    public DateTimeOffset StartedAt { get; } = time.GetUtcNow();

    public long Micros => time.GetElapsedTime(start).Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>Waits until a moment of load time has come, or the token is cancelled; never throws for the latter.</summary>
    public async ValueTask WaitUntil(long micros, CancellationToken ct)
    {
        // Timers count whole milliseconds on a coarse clock, may fire a little early, and cannot wait for months: look again.
        for (var left = micros - Micros; left > 0 && !ct.IsCancellationRequested; left = micros - Micros)
            await Task.Delay(TimeSpan.FromMilliseconds((Math.Min(left, LongestWait) + 999) / 1000), time, ct)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
