namespace PerfGate.Environments.Life;

/// <summary>
/// The order of an environment's life, whatever it is made of: one step at a time, each once; a step that fails or is
/// cancelled takes down what there is; the end comes once, after the step under way was cancelled.
/// </summary>
/// <param name="time">Measures the steps.</param>
/// <param name="afterFailure">Takes down what a failed step and its predecessors brought up.</param>
/// <param name="atEnd">Takes down everything for good, and says what to call that.</param>
internal sealed class Lifecycle(TimeProvider time, Func<Task> afterFailure, Func<Task<string>> atEnd) : IAsyncDisposable
{
    readonly List<EnvironmentStep> steps = [];
    readonly CancellationTokenSource closing = new();
    Task work = Task.CompletedTask;
    Task? disposing;

    public Phase Phase { get; private set; } = Phase.New;

    /// <summary>The steps finished so far, in order.</summary>
    public IReadOnlyList<EnvironmentStep> Steps
    {
        get
        {
            lock (steps)
            {
                return [.. steps];
            }
        }
    }

    public Task AdvanceAsync(Phase from, Phase to, Func<CancellationToken, Task> step, CancellationToken ct)
    {
        lock (steps)
        {
            ObjectDisposedException.ThrowIf(disposing is not null, this);
            if (Phase != from || !work.IsCompleted)
            {
                throw new InvalidOperationException(
                    $"The environment is {Phase}: to become {to} it has to be {from}, with no other step under way.");
            }

            return work = AdvanceOnceAsync(to, step, ct);
        }
    }

    /// <summary>Does something and remembers it, with its duration, by the name that it gives itself.</summary>
    public async Task StepAsync(Func<Task<string>> step)
    {
        var started = time.GetTimestamp();
        var name = await step();
        lock (steps)
        {
            steps.Add(new EnvironmentStep(name, time.GetElapsedTime(started)));
        }
    }

    /// <summary>Cancels the step under way.</summary>
    public void Abort()
    {
        if (!closing.IsCancellationRequested)
        {
            closing.Cancel();
        }
    }

    /// <summary>Cancels the step under way, then takes down whatever was begun. Once; again awaits the same.</summary>
    public ValueTask DisposeAsync()
    {
        lock (steps)
        {
            return new ValueTask(disposing ??= EndOnceAsync());
        }
    }

    async Task AdvanceOnceAsync(Phase to, Func<CancellationToken, Task> step, CancellationToken ct)
    {
        // Out of the lock that our caller holds.
        await Task.Yield();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, closing.Token);
        try
        {
            either.Token.ThrowIfCancellationRequested();
            await step(either.Token);
            Phase = to;
        }
        catch
        {
            Phase = Phase.Failed;
            await afterFailure();
            throw;
        }
    }

    async Task EndOnceAsync()
    {
        await closing.CancelAsync();
        await work.ContinueWith(_ => { }, TaskScheduler.Default);
        if (Phase != Phase.New)
        {
            await StepAsync(atEnd);
        }

        Phase = Phase.Disposed;
        closing.Dispose();
    }
}
