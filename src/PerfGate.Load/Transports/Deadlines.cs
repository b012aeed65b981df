namespace PerfGate.Load.Transports;

/// <summary>
/// Ends requests whose time is up, or that are under way when the run is cut off: one timer for all of them, because a timer
/// for each would cost more than the request. It looks often enough that a request ends within a hundredth of its time limit
/// or 10 ms, whichever is longer, after it, and never before.
/// </summary>
internal sealed class Deadlines : IDisposable
{
    const long Often = 10_000;
    const long Seldom = 250_000;

    readonly LoadClock clock;
    readonly ITimer timer;
    readonly Lock changing = new();
    readonly List<Exchange> open = [];
    long every = Seldom;
    int sweeping;

    public Deadlines(LoadClock clock)
    {
        this.clock = clock;
        timer = clock.Time.CreateTimer(static d => ((Deadlines)d!).Sweep(), this, Span(Seldom), Span(Seldom));
    }

    /// <summary>An exchange that is looked after until it is closed.</summary>
    public Exchange Open(CancellationToken cutOff)
    {
        var exchange = new Exchange(cutOff);
        lock (changing)
        {
            exchange.Place = open.Count;
            open.Add(exchange);
        }

        return exchange;
    }

    /// <summary>Looks often enough for a time limit, in microseconds.</summary>
    public void Heed(long limit)
    {
        var wanted = Math.Clamp(limit / 100, Often, Seldom);
        if (wanted >= Volatile.Read(ref every)) return;
        lock (changing)
        {
            if (wanted >= every) return;
            Volatile.Write(ref every, wanted);
            timer.Change(Span(wanted), Span(wanted));
        }
    }

    public void Close(Exchange exchange)
    {
        lock (changing)
        {
            var last = open[^1];
            open[last.Place = exchange.Place] = last;
            open.RemoveAt(open.Count - 1);
        }
    }

    public void Dispose() => timer.Dispose();

    void Sweep()
    {
        if (Interlocked.Exchange(ref sweeping, 1) != 0) return;
        try
        {
            foreach (var what in Overdue()) what.Abort();
        }
        finally
        {
            Volatile.Write(ref sweeping, 0);
        }
    }

    static TimeSpan Span(long micros) => TimeSpan.FromMicroseconds(micros);

    List<IAbortable> Overdue()
    {
        List<IAbortable> overdue = [];
        lock (changing)
        {
            var now = clock.Micros;
            foreach (var exchange in open)
                if (exchange.Overdue(now) is { } what)
                    overdue.Add(what);
        }

        return overdue;
    }
}
