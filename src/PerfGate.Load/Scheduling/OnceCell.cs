using System.Diagnostics.CodeAnalysis;

namespace PerfGate.Load.Scheduling;

/// <summary>A value that the first caller makes while the others wait; when that fails, the next one in line makes it.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore without a wait handle holds nothing to release.")]
internal sealed class OnceCell<T>
{
    readonly SemaphoreSlim turn = new(1);
    T? value;
    bool made;

    public async Task<T> Get(Func<Task<T>> make, CancellationToken ct)
    {
        if (Volatile.Read(ref made)) return value!;
        await turn.WaitAsync(ct);
        try
        {
            if (!made)
            {
                value = await make();
                Volatile.Write(ref made, true);
            }

            return value!;
        }
        finally
        {
            turn.Release();
        }
    }
}
