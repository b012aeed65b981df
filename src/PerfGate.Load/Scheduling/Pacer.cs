namespace PerfGate.Load.Scheduling;

/// <summary>
/// Tells what is due that its moment has come: one thread for all of it, which sleeps with the best resolution the system has and
/// spins for the last few microseconds only.
/// </summary>
/// <remarks>
/// What waited goes on inside this thread until it waits for something itself, usually a socket: measured at 10,000 arrivals a
/// second, a third of the CPU time of handing it to the thread pool, and no waiting in its queue. User code that blocks makes
/// others late therefore, which the schedule lag shows, until <see cref="Patience"/> with its kind is over and it goes on in the
/// pool; a thread that is stuck in it is replaced (<see cref="Relieve"/>).
/// </remarks>
internal sealed class Pacer(LoadClock clock) : IDisposable
{
    // A test that owns the clock also owns its timers.
    readonly bool precise = ReferenceEquals(clock.Time, TimeProvider.System);
    readonly CancellationTokenSource over = new();

    // Waking from a sleep takes some tens of microseconds; this much is spun through instead, or a quarter of the time since
    // the last moment when that is shorter, so that spinning takes a quarter of a core at most and next to nothing at low rates.
    const long LongestSpin = 50;
    const int ShareOfSpin = 4;

    readonly Lock changing = new();
    readonly PriorityQueue<(IPaced Paced, long Ticket), long> queue = new();
    Sleeper? sleeper;
    long sleepsUntil;
    long firingSince = -1;
    int shift;
    bool disposed;

    /// <summary>Announces something; it fires once, at its moment or as soon after it as can be.</summary>
    public void Add(IPaced paced, long ticket, long due)
    {
        lock (changing)
        {
            if (disposed) return;
            if (!precise)
            {
                _ = Later(paced, ticket, due);
                return;
            }

            queue.Enqueue((paced, ticket), due);
            if (sleeper is null) Begin();
            else if (due < sleepsUntil) sleeper.Wake();
        }
    }

    /// <summary>Puts another thread in the place of one that has been stuck in user code for longer than this.</summary>
    public void Relieve(TimeSpan stuckFor)
    {
        lock (changing)
        {
            if (disposed || firingSince < 0 || clock.Micros - firingSince < stuckFor.TotalMicroseconds) return;
            Begin();
        }
    }

    public void Dispose()
    {
        lock (changing)
        {
            if (disposed) return;
            disposed = true;
            shift++;
            sleeper?.Wake();
        }

        over.Cancel();
        over.Dispose();
    }

    async Task Later(IPaced paced, long ticket, long due)
    {
        var ct = over.Token;
        await Task.Yield();
        await clock.WaitUntil(due, ct);
        if (!ct.IsCancellationRequested) paced.Fire(ticket, due);
    }

    // The queue and everything else are changed by the callers' threads and the pacing one, under the lock; only the pacing
    // thread of the current shift takes from the queue.
    void Begin()
    {
        var mine = ++shift;
        var own = Sleeper.Create();
        (sleeper, sleepsUntil, firingSince) = (own, 0, -1);
        new Thread(() => Run(mine, own)) { IsBackground = true, Name = "pacer" }.Start();
    }

    void Run(int mine, Sleeper own)
    {
        using (own)
        {
            own.Prepare();
            var last = clock.Micros;
            while (Next(mine, ref last, out var paced, out var ticket, out var due) is var wait and >= 0)
            {
                if (paced is not null) paced.Fire(ticket, due);
                else if (wait > 0) own.Sleep(wait);
                else Thread.SpinWait(20);
            }
        }
    }

    // Takes what is due; or else says how long to sleep in microseconds, 0 to spin; below 0: this shift is over.
    long Next(int mine, ref long last, out IPaced? paced, out long ticket, out long due)
    {
        (paced, ticket, due) = (null, 0, 0);
        lock (changing)
        {
            if (shift != mine) return -1;
            firingSince = -1;
            var now = clock.Micros;
            if (!queue.TryPeek(out var first, out due))
            {
                sleepsUntil = long.MaxValue;
                return long.MaxValue;
            }

            if (due <= now)
            {
                queue.Dequeue();
                (paced, ticket) = first;
                (firingSince, last) = (now, now);
                return 0;
            }

            var sleep = due - now - Math.Min(LongestSpin, (now - last) / ShareOfSpin);
            sleepsUntil = sleep > 0 ? due : 0;
            return Math.Max(0, sleep);
        }
    }
}
