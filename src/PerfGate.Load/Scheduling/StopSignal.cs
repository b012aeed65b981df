namespace PerfGate.Load.Scheduling;

/// <summary>Ends load early: the caller's token does, and so does a reason of the plan's own, the first of which is kept.</summary>
internal sealed class StopSignal(CancellationToken ct) : IDisposable
{
    readonly CancellationTokenSource stopping = CancellationTokenSource.CreateLinkedTokenSource(ct);
    string? reason;

    public CancellationToken Token => stopping.Token;

    /// <summary>Why load was stopped by its plan; null: it was not.</summary>
    public string? Reason => Volatile.Read(ref reason);

    public void Stop(string why)
    {
        Interlocked.CompareExchange(ref reason, why, null);

        // Cancelled elsewhere, because what waits for the token would otherwise go on inside the caller.
        _ = stopping.CancelAsync();
    }

    public void Dispose() => stopping.Dispose();
}
