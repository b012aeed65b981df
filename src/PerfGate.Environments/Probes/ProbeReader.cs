namespace PerfGate.Environments.Probes;

/// <summary>
/// One probe under the sampler's hand: never two readings at a time, none waited for beyond the limit, and whatever goes
/// wrong is a reading without numbers. A reading that is still under way when the next is due makes that one a missed one.
/// </summary>
internal sealed class ProbeReader(IProbe probe, TimeProvider time, TimeSpan limit, Func<double> clock) : IAsyncDisposable
{
    static readonly ProbeReading Missed = ProbeReading.Nothing("It had not answered when the next reading was due.");

    readonly Lock gate = new();
    readonly SemaphoreSlim turn = new(1, 1);
    List<ProbeSample> samples = [];
    Task sampling = Task.CompletedTask;
    string? problem;
    int asked;
    int incomplete;

    public ProbeSamples Samples
    {
        get
        {
            lock (gate)
            {
                return new ProbeSamples(probe.Service, probe.Metrics, [.. samples]);
            }
        }
    }

    /// <summary>What could not be read, said once for all of it; null when everything could.</summary>
    public string? Warning
    {
        get
        {
            lock (gate)
            {
                return problem is null
                    ? null
                    : $"{incomplete} of {asked} readings of '{probe.Service}' are incomplete; the first because: {problem}";
            }
        }
    }

    /// <summary>Whether no sample is under way.</summary>
    public bool IsIdle
    {
        get
        {
            lock (gate)
            {
                return sampling.IsCompleted;
            }
        }
    }

    /// <summary>Keeps half of the samples. Only while idle.</summary>
    public void Thin()
    {
        lock (gate)
        {
            samples = [.. SampleThinning.Halve(samples, probe.Metrics)];
        }
    }

    /// <summary>Takes a sample, or misses it when the one before is not there yet.</summary>
    public void Sample(double second)
    {
        lock (gate)
        {
            asked++;
            samples.Add(new ProbeSample(second, second, Missed));
            if (sampling.IsCompleted)
            {
                sampling = TakeAsync(samples.Count - 1);
            }
            else
            {
                Note(Missed);
            }
        }
    }

    /// <summary>Takes a last sample, once the one before is there; completes when it is there too, or is given up.</summary>
    public async Task SampleLastAsync(Func<double> second)
    {
        await sampling;
        Sample(second());
        await sampling;
    }

    /// <summary>Reads once, after a reading that may be under way.</summary>
    public Task<ProbeReading> ReadAsync() => InTurn(probe.ReadAsync, ProbeReading.Nothing);

    /// <summary>Reads what the store counted; null when this probe's counts nothing.</summary>
    public async Task<StatementReading?> ReadStatementsAsync() => probe is IStatementProbe counting
        ? await InTurn(counting.ReadStatementsAsync, why => new StatementReading(null, why))
        : null;

    public async ValueTask DisposeAsync()
    {
        // A probe that never came back is left alone: it still uses what it would let go of.
        using var limited = new CancellationTokenSource(limit, time);
        if (probe is IAsyncDisposable held && await IsTurnAsync(limited.Token))
        {
            await held.DisposeAsync();
        }
    }

    async Task TakeAsync(int place)
    {
        var reading = await ReadAsync();
        var at = clock() - reading.Age.TotalSeconds;
        lock (gate)
        {
            samples[place] = new ProbeSample(samples[place].Second, at, reading);
            Note(reading);
        }
    }

    void Note(ProbeReading reading)
    {
        if (reading.Problem is not null)
        {
            incomplete++;
            problem ??= reading.Problem;
        }
    }

    async Task<T> InTurn<T>(Func<CancellationToken, ValueTask<T>> read, Func<string, T> nothing)
    {
        using var limited = new CancellationTokenSource(limit, time);
        if (!await IsTurnAsync(limited.Token))
        {
            return nothing(Missed.Problem!);
        }

        var reading = Begin(read, limited.Token);
        _ = reading.ContinueWith(
            _ => turn.Release(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            return await reading.WaitAsync(limited.Token);
        }
        catch (OperationCanceledException)
        {
            return nothing($"It did not answer within {limit.TotalSeconds:0.#} s.");
        }
#pragma warning disable CA1031 // Whatever a probe throws, a run does not fail because of it.
        catch (Exception exception)
        {
            return nothing(exception.Message);
        }
#pragma warning restore CA1031
    }

    // What is thrown before the first await is the task's exception too.
    static async Task<T> Begin<T>(Func<CancellationToken, ValueTask<T>> read, CancellationToken ct) => await read(ct);

    async Task<bool> IsTurnAsync(CancellationToken ct)
    {
        try
        {
            await turn.WaitAsync(ct);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
