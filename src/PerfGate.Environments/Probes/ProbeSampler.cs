namespace PerfGate.Environments.Probes;

/// <summary>
/// Reads every probe once a second while load runs, and whenever a moment is marked. A slow probe delays no other and piles
/// nothing up: what it misses is null. A probe that cannot read leaves nulls and one warning, and never fails a run.
/// </summary>
public sealed class ProbeSampler : IAsyncDisposable
{
    static readonly TimeSpan EverySecond = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    // Two hours by the second; what is older becomes coarser then.
    const int MostSamples = 7200;

    readonly IReadOnlyList<ProbeReader> readers;
    readonly TimeProvider time;
    readonly TimeSpan interval;
    readonly int most;
    readonly CancellationTokenSource stop = new();
    long started;
    int kept;
    Task sampling = Task.CompletedTask;

    /// <summary>A sampler that reads once a second, and waits two seconds for a reading at most.</summary>
    /// <param name="probes">What to read; the sampler disposes of them when it is disposed of.</param>
    /// <param name="time">The clock.</param>
    public ProbeSampler(IReadOnlyList<IProbe> probes, TimeProvider time) : this(probes, time, EverySecond, Longest, MostSamples)
    {
    }

    internal ProbeSampler(IReadOnlyList<IProbe> probes, TimeProvider time, TimeSpan interval, TimeSpan longest, int most = MostSamples)
    {
        this.time = time;
        this.interval = interval;
        this.most = most;
        readers = [.. probes.Select(probe => new ProbeReader(probe, time, longest, () => Now))];
    }

    /// <summary>One sentence for each probe that could not read everything every time.</summary>
    public IReadOnlyList<string> Warnings => [.. readers.Select(reader => reader.Warning).OfType<string>()];

    /// <summary>Takes the first sample now, at second 0, and goes on until it is stopped.</summary>
    /// <exception cref="InvalidOperationException">It was started before.</exception>
    public void Start()
    {
        if (started != 0)
        {
            throw new InvalidOperationException("A sampler samples once: make another one.");
        }

        started = time.GetTimestamp();
        Sample();
        sampling = SampleRegularlyAsync();
    }

    /// <summary>Reads every probe now, outside the regular samples, and what stores have counted.</summary>
    /// <param name="name">What happens now, such as "measuring begins".</param>
    public async Task<ProbeMark> MarkAsync(string name)
    {
        var second = Now;
        var readings = await Task.WhenAll(readers.Select(reader => reader.ReadAsync()));
        var statements = await Task.WhenAll(readers.Select(reader => reader.ReadStatementsAsync()));
        return new ProbeMark(name, second, readings, statements);
    }

    /// <summary>
    /// Takes a last sample, stops, and gives what was seen: one entry for each probe. Stopping again gives the same.
    /// </summary>
    public async Task<IReadOnlyList<ProbeSamples>> StopAsync()
    {
        if (started != 0 && !stop.IsCancellationRequested)
        {
            await stop.CancelAsync();
            await sampling;
            await Task.WhenAll(readers.Select(reader => reader.SampleLastAsync(() => Now)));
        }

        return [.. readers.Select(reader => reader.Samples)];
    }

    /// <summary>Stops sampling, and disposes of the probes.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await sampling;
        await Task.WhenAll(readers.Select(reader => reader.DisposeAsync().AsTask()));
    }

    double Now => time.GetElapsedTime(started).TotalSeconds;

    async Task SampleRegularlyAsync()
    {
        using var ticks = new PeriodicTimer(interval, time);
        try
        {
            while (await ticks.WaitForNextTickAsync(stop.Token))
            {
                Sample();
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    void Sample()
    {
        if (++kept > most && readers.All(reader => reader.IsIdle))
        {
            Thin();
        }

        var second = Now;
        foreach (var reader in readers)
        {
            reader.Sample(second);
        }
    }

    void Thin()
    {
        kept = kept / 2 + 1;
        foreach (var reader in readers)
        {
            reader.Thin();
        }
    }
}
