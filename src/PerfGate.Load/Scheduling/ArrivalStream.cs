namespace PerfGate.Load.Scheduling;

/// <summary>Hands the arrivals of a run's open stages to idle users when they are due, and counts those that nobody took.</summary>
internal sealed class ArrivalStream(ArrivalTimes times, IdleUsers idle, Pacer pacer) : IPaced
{
    readonly Lock changing = new();
    long begin;
    long? next;
    long due;
    long dropped;
    long missed;
    bool ended;

    /// <summary>Arrivals that were due until now, those of <see cref="Dropped"/> and <see cref="Missed"/> included.</summary>
    public long Due => Interlocked.Read(ref due);

    /// <summary>Arrivals for which no user was idle.</summary>
    public long Dropped => Interlocked.Read(ref dropped);

    /// <summary>Arrivals that were due before the end of load, but that the generator did not get to.</summary>
    public long Missed => Interlocked.Read(ref missed);

    /// <summary>Lets arrivals come from now on.</summary>
    /// <param name="from">When the profile began, in load time.</param>
    public void Begin(long from)
    {
        begin = from;
        next = times.Next();
        if (next is { } first) pacer.Add(this, ticket: 0, begin + first);
    }

    /// <summary>Whether arrivals that were due before a moment of load time are still to come.</summary>
    public bool IsBehind(long moment)
    {
        lock (changing) return next is { } left && begin + left < moment;
    }

    /// <summary>Lets no more come, and counts those that had been due by now.</summary>
    /// <param name="now">The end of load, in load time.</param>
    public void End(long now)
    {
        lock (changing)
        {
            if (ended) return;
            ended = true;
            for (; next is { } left && begin + left < now; next = times.Next()) missed++;
            due += missed;
        }
    }

    public void Fire(long ticket, long moment)
    {
        lock (changing)
        {
            if (ended) return;
            due++;
            next = times.Next();

            // The next one first: a user that blocks must not keep it from another pacing thread.
            if (next is { } after) pacer.Add(this, ticket: 0, begin + after);
        }

        if (!idle.Take(moment)) Interlocked.Increment(ref dropped);
    }
}
