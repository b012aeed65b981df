namespace ReferenceSystem.Faults;

/// <summary>Lets requests through one at a time, each holding the others up for a while.</summary>
internal sealed class LockFault(TimeSpan hold, TimeProvider clock) : IFault, IDisposable
{
    readonly SemaphoreSlim turn = new(1, 1);

    public async ValueTask<bool> ApplyAsync(HttpContext context)
    {
        await turn.WaitAsync(context.RequestAborted);
        try
        {
            await Task.Delay(hold, clock, context.RequestAborted);
        }
        finally
        {
            turn.Release();
        }

        return true;
    }

    public void Dispose() => turn.Dispose();
}
