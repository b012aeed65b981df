namespace PerfGate.Gate.Paired;

/// <summary>Lets several loads begin at the same moment: when the last of them is ready.</summary>
internal sealed class Starting(int loads, TimeProvider time)
{
    readonly TaskCompletionSource<long> all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int ready;

    /// <summary>The clock's timestamp of that moment.</summary>
    public Task<long> Began => all.Task;

    /// <summary>One load is ready; completes when all are.</summary>
    public Task ReadyAsync(CancellationToken ct)
    {
        if (Interlocked.Increment(ref ready) == loads) all.TrySetResult(time.GetTimestamp());
        return all.Task.WaitAsync(ct);
    }
}
