namespace PerfGate.Load.Transports;

/// <summary>
/// Ends requests whose time is up, or that are under way when the run is cut off: one timer for all of them, because a timer
/// for each would cost more than the request. A request ends up to a sweep after its time limit, never before.
/// </summary>
internal sealed class Deadlines : IDisposable
{
    static readonly TimeSpan Every = TimeSpan.FromMilliseconds(15);

    readonly LoadClock clock;
    readonly ITimer timer;
    readonly Lock changing = new();
    readonly List<Exchange> open = [];
    int sweeping;

    public Deadlines(LoadClock clock)
    {
        this.clock = clock;
        timer = clock.Time.CreateTimer(static d => ((Deadlines)d!).Sweep(), this, Every, Every);
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
