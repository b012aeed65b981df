namespace PerfGate.Load;

/// <summary>The wait between two tasks of a user.</summary>
public sealed record Pace
{
    readonly PaceKind kind;
    readonly TimeSpan from;
    readonly TimeSpan to;

    Pace(PaceKind kind, TimeSpan from, TimeSpan to)
    {
        this.kind = kind;
        this.from = from;
        this.to = to;
    }

    /// <summary>No wait: the next task begins when the last one ended.</summary>
    public static Pace None { get; } = new(PaceKind.None, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>The same wait after every task.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The wait is negative.</exception>
    public static Pace Constant(TimeSpan wait) => Between(wait, wait);

    /// <summary>A wait after every task, drawn evenly from a range by the user's own seeded random bits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The shortest wait is negative, or longer than the longest.</exception>
    public static Pace Between(TimeSpan shortest, TimeSpan longest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shortest, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, shortest);
        return new(PaceKind.AfterTask, shortest, longest);
    }

    /// <summary>
    /// A task every <paramref name="every"/>, whatever the task took: only the rest of the interval is waited for. A task
    /// that takes longer than the interval is followed at once by the next one, and the missed intervals are not made up for.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The interval is not longer than zero.</exception>
    public static Pace Throughput(TimeSpan every)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(every, TimeSpan.Zero);
        return new(PaceKind.EveryInterval, every, every);
    }

    /// <summary>When the next task is due, in microseconds of load time; null: at once, on no schedule.</summary>
    /// <param name="due">When the last task was due.</param>
    /// <param name="ended">When the last task ended.</param>
    /// <param name="bits">Random bits that decide a wait in a range.</param>
    internal long? NextDue(long due, long ended, ulong bits) => kind switch
    {
        PaceKind.None => null,
        PaceKind.EveryInterval => Math.Max(due + Micros(from), ended),
        _ => ended + Micros(from) + (long)Math.BigMul((ulong)Micros(to - from) + 1, bits, out _),
    };

    static long Micros(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;
}
