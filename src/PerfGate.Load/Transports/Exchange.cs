namespace PerfGate.Load.Transports;

/// <summary>
/// One request under way, then what came back for it; used again for the next one. Its deadline is looked at by the sweep of
/// <see cref="Deadlines"/>, on another thread and without a lock.
/// </summary>
/// <param name="cutOff">Cancelled when the run is cut off by force.</param>
internal sealed class Exchange(CancellationToken cutOff)
{
    // The state of a round, and how many rounds went before it: what the sweep has seen of one round never hits the next.
    const long Idle = 0, Running = 1, TimedOut = 2, CutOff = 3, StateMask = 3, NextRound = 4;

    long state;
    long deadline;
    volatile IAbortable? abortable;
    Canceller? canceller;

    /// <summary>The HTTP status; 0 when no complete reply arrived.</summary>
    public int Status { get; private set; }

    /// <summary>The reply's headers.</summary>
    public IReplyHeaders Headers { get; private set; } = NoHeaders.Instance;

    /// <summary>The body, decompressed, and what else of the reply is kept in its buffer.</summary>
    public ReplyBuffer Buffer { get; } = new();

    /// <summary>When the first byte was handed to the socket, in microseconds of load time; the start, when none was.</summary>
    public long SentMicros { get; set; }

    /// <summary>When the last byte of the body arrived, or the failure was known.</summary>
    public long CompletedMicros { get; private set; }

    /// <summary>How long it took to connect, TCP and TLS together; null: the connection was there.</summary>
    public long? ConnectMicros { get; set; }

    /// <summary>Why it failed below HTTP, in words; null: it did not.</summary>
    public string? Error { get; private set; }

    /// <summary>Body bytes of the redirects that led here.</summary>
    public long EarlierBytes { get; set; }

    /// <summary>Its place among those that are swept; the care of <see cref="Deadlines"/>.</summary>
    public int Place { get; set; }

    /// <summary>Whether its time is up or the run is cut off, so that it cannot be finished any more.</summary>
    public bool Aborted => (Volatile.Read(ref state) & StateMask) is TimedOut or CutOff;

    /// <summary>Begins a round.</summary>
    /// <param name="now">In microseconds of load time.</param>
    /// <param name="limit">How long it may take, in microseconds.</param>
    public void Begin(long now, long limit)
    {
        SentMicros = now;
        ConnectMicros = null;
        EarlierBytes = 0;
        deadline = now + limit;
        Volatile.Write(ref state, (state & ~StateMask) + NextRound + Running);
    }

    /// <summary>Names what has to be ended when the time is up.</summary>
    public void Attach(IAbortable what) => abortable = what;

    /// <summary>Names a token to be cancelled when the time is up, and returns it.</summary>
    public CancellationToken AttachToken()
    {
        if (canceller?.TryReset() != true) canceller = new Canceller();
        abortable = canceller;
        return canceller.Token;
    }

    /// <summary>The same for what happens once, so that nothing is kept for a next time.</summary>
    public CancellationToken AttachTokenOnce()
    {
        var once = new Canceller();
        abortable = once;
        return once.Token;
    }

    /// <summary>Takes back what was named. False: it was ended, or is about to be; it must not be used again.</summary>
    public bool TryDetach()
    {
        abortable = null;
        var seen = Volatile.Read(ref state);
        return (seen & StateMask) == Running && Interlocked.CompareExchange(ref state, seen + NextRound, seen) == seen;
    }

    /// <summary>Takes the reply down.</summary>
    public void Complete(int status, IReplyHeaders headers, long completed)
    {
        Status = status;
        Headers = headers;
        Error = null;
        CompletedMicros = completed;
    }

    /// <summary>Takes down that there is no reply.</summary>
    public void Fail(string error, long completed)
    {
        Buffer.Clear();
        Complete(0, NoHeaders.Instance, completed);
        Error = error;
    }

    /// <summary>Keeps the reply, but counts it as failed.</summary>
    public void Refuse(string error) => Error = error;

    /// <summary>Ends what is under way, at once.</summary>
    public void Cut()
    {
        var (seen, what) = (Volatile.Read(ref state), abortable);
        if ((seen & StateMask) == Running && TryAbort(seen, CutOff)) what?.Abort();
    }

    /// <summary>Ends the round.</summary>
    public ExchangeEnd End()
    {
        abortable = null;
        var last = Volatile.Read(ref state);
        Volatile.Write(ref state, (last & ~StateMask) + NextRound + Idle);
        var end = (last & StateMask) switch
        {
            TimedOut => ExchangeEnd.TimedOut,
            CutOff => ExchangeEnd.CutOff,
            _ => ExchangeEnd.Finished,
        };

        // The sweep may be about to cancel it still, and must not hit the next round.
        if (end != ExchangeEnd.Finished) canceller = null;
        return end;
    }

    /// <summary>
    /// What has to be ended now, because its time is up or the run is cut off; null: nothing, or not yet. Asked again and
    /// again, so that what is attached late is found as well.
    /// </summary>
    public IAbortable? Overdue(long now)
    {
        var seen = Volatile.Read(ref state);
        var what = abortable;
        switch (seen & StateMask)
        {
            case Running when cutOff.IsCancellationRequested: return TryAbort(seen, CutOff) ? what : null;
            case Running when Volatile.Read(ref deadline) <= now: return TryAbort(seen, TimedOut) ? what : null;
            case TimedOut or CutOff: return Volatile.Read(ref state) == seen ? what : null;
            default: return null;
        }
    }

    bool TryAbort(long seen, long end) => Interlocked.CompareExchange(ref state, seen - Running + end, seen) == seen;
}
