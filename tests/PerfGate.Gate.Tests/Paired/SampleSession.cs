using PerfGate.Gate.Records;

namespace PerfGate.Gate.Tests.Paired;

/// <summary>
/// Paired sessions as they could have been measured, the same every time: what the machine does to both sides of a round, what a
/// start does to the candidate in all of its rounds, and what is left over of a single round.
/// </summary>
internal sealed record SampleSession
{
    const double UsualMicros = 200_000;
    const double CpuSecondsPerRequest = 0.0005;

    public int Seed { get; init; } = 1;

    /// <summary>Deviation of a round's ratio, as a logarithm; of a p95 one and a half times, of a p99 twice as much.</summary>
    public double RoundNoise { get; init; } = 0.01;

    /// <summary>Deviation of what all rounds of a start have in common.</summary>
    public double StartNoise { get; init; }

    public IReadOnlyList<SampleEndpoint> Endpoints { get; init; } = [new("/cart", "GET", 1_200), new("/buy", "POST", 150)];

    /// <summary>How much slower the candidate is in a metric of an endpoint, as a ratio minus one.</summary>
    public Func<string, string, double> Change { get; init; } = (_, _) => 0;

    /// <summary>The same in the second look; null: as in the first.</summary>
    public Func<string, string, double>? SecondChange { get; init; }

    public bool HasSecond { get; init; }

    public bool HasCpu { get; init; } = true;

    /// <summary>Failed over all requests.</summary>
    public double BaselineFailures { get; init; }

    public double CandidateFailures { get; init; }

    public int Blocks { get; init; } = 6;

    public static SampleSession Same { get; } = new();

    public static SampleSession Slower(double change) => new() { Change = (_, _) => change };

    public PairedRecord Record()
    {
        var random = new Random(Seed);
        var screen = Look(random, 0, Change);
        return new PairedRecord
        {
            RunId = "20261121-201530-4f2a",
            Suite = "Shop",
            Environment = "embedded",
            Fingerprint = "0a1b2c3d4e5f",
            Machine = new Dictionary<string, string> { ["CPU"] = "AMD EPYC 7763" },
            Seed = Seed,
            StartedAt = Samples.Start,
            DurationSeconds = 150,
            Baseline = new SideRecord("main", "0123456789abcdef0123456789abcdef01234567", Dirty: false),
            Candidate = new SideRecord("this checkout", "fedcba9876543210fedcba9876543210fedcba98", Dirty: true),
            Rate = 250,
            Capacity = 2_000,
            SlotSeconds = 6,
            DiscardSeconds = 0.5,
            Screen = screen,
            Confirm = HasSecond ? Look(random, Blocks, SecondChange ?? Change) : [],
        };
    }

    IReadOnlyList<RoundRecord> Look(Random random, int firstBlock, Func<string, string, double> change) =>
    [
        .. Enumerable.Range(firstBlock, Blocks).SelectMany(block =>
        {
            var start = StartNoise * Normal(random);
            return Enumerable.Range(0, 2).Select(round => Round(random, block, round == 0, start, change)).ToList();
        }),
    ];

    RoundRecord Round(Random random, int block, bool baselineFirst, double start, Func<string, string, double> change)
    {
        var machine = Math.Exp(0.1 * Normal(random));
        var cpu = CpuSecondsPerRequest * machine;
        var (before, now) = (Slot(baseline: true, _ => machine), Slot(baseline: false, Slowed));
        return new RoundRecord
        {
            Block = block,
            BaselineFirst = baselineFirst,
            Baseline = before with { CpuSeconds = HasCpu ? cpu * before.All.Requests : null },
            Candidate = now with { CpuSeconds = HasCpu ? cpu * now.All.Requests * Ratio(EndpointRecord.AllRequests, Metrics.CpuPerRequest) : null },
        };

        double Slowed((string Endpoint, string Metric) of) => machine * Ratio(of.Endpoint, of.Metric);
        double Ratio(string endpoint, string metric) =>
            (1 + change(endpoint, metric)) * Math.Exp(start + RoundNoise * Wider(metric) * Normal(random));
    }

    SlotRecord Slot(bool baseline, Func<(string Endpoint, string Metric), double> factor)
    {
        var failing = baseline ? BaselineFailures : CandidateFailures;
        List<SlotEndpoint> endpoints = [.. Endpoints.Where(e => e.Of(baseline) > 0).Select(e => Of(e.Name, e.Method, e.Of(baseline)))];
        return new SlotRecord { Seconds = 5.5, All = Of(EndpointRecord.AllRequests, "", endpoints.Sum(e => e.Requests)), Endpoints = endpoints, LagP99Micros = 900 };

        SlotEndpoint Of(string name, string method, long requests) => requests == 0
            ? new SlotEndpoint(name, method, 0, 0, null, null, null)
            : new SlotEndpoint(name, method, requests, (long)Math.Round(failing * requests), Micros(name, Metrics.P50, 1), Micros(name, Metrics.P95, 3), Micros(name, Metrics.P99, 6));

        long Micros(string name, string metric, double times) => (long)Math.Round(UsualMicros * times * factor((name, metric)));
    }

    static double Wider(string metric) => metric switch
    {
        Metrics.P95 => 1.5,
        Metrics.P99 => 2,
        _ => 1,
    };

    static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
