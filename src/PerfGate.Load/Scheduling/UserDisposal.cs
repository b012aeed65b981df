namespace PerfGate.Load.Scheduling;

/// <summary>Disposes a user if it can be disposed.</summary>
internal readonly struct UserDisposal(VirtualUser user) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        if (user is IAsyncDisposable later) await later.DisposeAsync();
        else (user as IDisposable)?.Dispose();
    }
}
