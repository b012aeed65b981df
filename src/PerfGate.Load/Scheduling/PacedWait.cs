using System.Diagnostics;
using System.Threading.Tasks.Sources;

namespace PerfGate.Load.Scheduling;

/// <summary>
/// A user's wait for a moment or for an arrival: one object, used for one wait after the other without any allocation. Of those
/// who end a wait at the same time, one wins.
/// </summary>
internal sealed class PacedWait(Patience patience) : IPaced, IValueTaskSource<long>
{
    /// <summary>Comes instead of the due time when the wait was cancelled.</summary>
    public const long Cancelled = -1;

    ManualResetValueTaskSourceCore<long> core;

    // Odd while somebody waits; every wait has its own.
    long ticket;

    /// <summary>Begins a wait, which must then be awaited: <see cref="Ended"/>.</summary>
    /// <returns>The ticket that ends this wait and no other.</returns>
    public long Begin()
    {
        core.Reset();
        return Interlocked.Increment(ref ticket);
    }

    /// <summary>When what was waited for was due, in load time, or <see cref="Cancelled"/>.</summary>
    public ValueTask<long> Ended() => new(this, core.Version);

    /// <summary>Ends a wait; what waited goes on inside this call, or elsewhere where patience with it is over.</summary>
    /// <returns>Whether it was still going on.</returns>
    public bool End(long expected, long due) => End(expected, due, elsewhere: false);

    public void Fire(long expected, long due) => End(expected, due);

    /// <summary>Ends the wait that goes on, if one does; what waited goes on elsewhere.</summary>
    public void Cancel()
    {
        var current = Interlocked.Read(ref ticket);
        if (current % 2 != 0) End(current, Cancelled, elsewhere: true);
    }

    long IValueTaskSource<long>.GetResult(short token) => core.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<long>.GetStatus(short token) => core.GetStatus(token);

    void IValueTaskSource<long>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        core.OnCompleted(continuation, state, token, flags);

    bool End(long expected, long due, bool elsewhere)
    {
        if (Interlocked.CompareExchange(ref ticket, expected + 1, expected) != expected) return false;
        elsewhere |= patience.IsOver;
        core.RunContinuationsAsynchronously = elsewhere;
        var began = Stopwatch.GetTimestamp();
        core.SetResult(due);
        if (!elsewhere) patience.Took(Stopwatch.GetElapsedTime(began));
        return true;
    }
}
