namespace PerfGate.Environments.Probes;

/// <summary>
/// Reads every probe once a second while load runs, and whenever a moment is marked. A probe that cannot read leaves nulls
/// and one warning, and never fails a run.
/// </summary>
public sealed class ProbeSampler : IAsyncDisposable
{
    readonly IReadOnlyList<IProbe> probes;
    readonly TimeProvider time;
    readonly TimeSpan interval;
    readonly List<ProbeSample>[] samples;
    readonly List<string> warnings = [];
    readonly HashSet<string> warned = new(StringComparer.Ordinal);
    readonly Lock gate = new();
    readonly CancellationTokenSource stop = new();
    long started;
    Task sampling = Task.CompletedTask;

    /// <summary>A sampler that reads once a second.</summary>
    public ProbeSampler(IReadOnlyList<IProbe> probes, TimeProvider time) : this(probes, time, TimeSpan.FromSeconds(1))
    {
    }

    internal ProbeSampler(IReadOnlyList<IProbe> probes, TimeProvider time, TimeSpan interval)
    {
        this.probes = probes;
        this.time = time;
        this.interval = interval;
        samples = [.. probes.Select(_ => new List<ProbeSample>())];
    }

    /// <summary>One sentence for each probe that could not read at least once.</summary>
    public IReadOnlyList<string> Warnings
    {
        get
        {
            lock (gate)
            {
                return [.. warnings];
            }
        }
    }

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

    /// <summary>Reads every probe now, outside the regular samples.</summary>
    /// <param name="name">What happens now, such as "measured begins".</param>
    public ProbeMark Mark(string name)
    {
        var (second, readings) = Read();
        return new ProbeMark(name, second, probes.Zip(readings).ToDictionary(
            pair => pair.First.Service, pair => pair.Second, StringComparer.Ordinal));
    }

    /// <summary>
    /// Takes a last sample, stops, and gives what was seen: one entry for each probe. Stopping again gives the same.
    /// </summary>
    public async Task<IReadOnlyList<ServiceSamples>> StopAsync()
    {
        if (started != 0 && !stop.IsCancellationRequested)
        {
            await stop.CancelAsync();
            await sampling;
            Sample();
        }

        lock (gate)
        {
            return [.. probes.Zip(samples, (probe, taken) => new ServiceSamples(probe.Service, [.. taken]))];
        }
    }

    /// <summary>Stops sampling.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await sampling;
    }

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
        var (second, readings) = Read();
        lock (gate)
        {
            for (var at = 0; at < readings.Length; at++)
            {
                samples[at].Add(new ProbeSample(second, readings[at]));
            }
        }
    }

    (double Second, ProbeReading[] Readings) Read()
    {
        lock (gate)
        {
            var second = time.GetElapsedTime(started).TotalSeconds;
            var readings = probes.Select(probe => probe.Read()).ToArray();
            for (var at = 0; at < readings.Length; at++)
            {
                if ((readings[at].CpuSeconds is null || readings[at].MemoryBytes is null) && warned.Add(probes[at].Service))
                {
                    warnings.Add(
                        $"The probe of '{probes[at].Service}' could not always read its CPU time and memory: some are missing.");
                }
            }

            return (second, readings);
        }
    }
}
