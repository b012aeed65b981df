using PerfGate.Gate.Paired;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Reporting.Tests.Samples;

/// <summary>A paired session of Zenzefi as the gate would record it, and what it would conclude: made up from a seed, the same every time.</summary>
public sealed record SampleSession
{
    static readonly (string Method, string Name, double P50, double P95)[] Zenzefi =
    [
        ("GET", "/api/v1/currency/balance", 2_100, 3_900),
        ("GET", "/api/v1/currency/transactions", 4_200, 8_300),
        ("GET", "/api/v1/proxy/status", 1_700, 3_000),
        ("GET", "/api/v1/tokens/my-tokens", 3_400, 7_200),
        ("GET", "/health", 600, 1_050),
        ("POST", "/api/v1/tokens/purchase (duration=24h)", 9_700, 17_500),
    ];

    public int Seed { get; init; } = 7;

    /// <summary>Standard deviation of a slot's values around their level, of the logarithm.</summary>
    public double Noise { get; init; } = 0.008;

    /// <summary>By what the candidate is slower, by endpoint; "all requests" stands for its CPU time per request.</summary>
    public IReadOnlyDictionary<string, double> Slower { get; init; } = new Dictionary<string, double>();

    /// <summary>Endpoints with few requests: noisier, and only watched.</summary>
    public IReadOnlySet<string> Rare { get; init; } = new HashSet<string>();

    public int ScreenRounds { get; init; } = 10;

    public int ConfirmRounds { get; init; }

    public int RoundsPerStart { get; init; } = 5;

    /// <summary>Rounds of the screen in which a guard tripped, by their index, and which.</summary>
    public IReadOnlyDictionary<int, string> Void { get; init; } = new Dictionary<int, string>();

    public PairedRecord Build()
    {
        var random = new Random(Seed);
        var run = new SampleRun().Build();
        return new PairedRecord
        {
            RunId = run.RunId,
            Suite = run.Suite,
            Environment = run.Environment,
            Fingerprint = run.Fingerprint,
            Machine = run.Machine,
            Seed = Seed,
            StartedAt = run.StartedAt,
            DurationSeconds = (ScreenRounds + ConfirmRounds) * 18,
            Baseline = new SideRecord("merge base with main", "29d3c1f0a7b24e6d8c5f1e2a3b4c5d6e7f8091a2", Dirty: false),
            Candidate = new SideRecord("this checkout", "19d3c1f0a7b24e6d8c5f1e2a3b4c5d6e7f8091a2", Dirty: false),
            Rate = 700,
            Capacity = 1_620,
            SlotSeconds = 8,
            DiscardSeconds = 1,
            Screen = [.. Enumerable.Range(0, ScreenRounds).Select(i => Round(random, i / RoundsPerStart, Void.GetValueOrDefault(i)))],
            Confirm = [.. Enumerable.Range(0, ConfirmRounds).Select(i => Round(random, (ScreenRounds - 1) / RoundsPerStart + 1 + i / RoundsPerStart, null))],
        };
    }

    /// <summary>Every metric of all requests and of each endpoint, over the last look's rounds that count.</summary>
    public IReadOnlyList<Comparison> Compare(PairedRecord session)
    {
        var rounds = (session.Confirm.Count > 0 ? session.Confirm : session.Screen).Where(r => r.Void.Count == 0).ToList();
        return
        [
            Compare(rounds, EndpointRecord.AllRequests, null, Metrics.CpuPerRequest),
            .. from metric in new[] { Metrics.P50, Metrics.P95, Metrics.P99 } select Compare(rounds, EndpointRecord.AllRequests, null, metric),
            .. from e in Zenzefi
               from metric in new[] { Metrics.P50, Metrics.P95, Metrics.P99 }
               select Compare(rounds, e.Name, e.Method, metric),
        ];
    }

    RoundRecord Round(Random random, int block, string? voided)
    {
        var weather = voided is null ? 0 : 0.5;
        return new RoundRecord
        {
            Block = block,
            BaselineFirst = random.Next(2) == 0,
            Baseline = Slot(random, weather, new Dictionary<string, double>()),
            Candidate = Slot(random, weather, Slower),
            GeneratorCpuShare = 0.11,
            StealShare = 0.002,
            ControlMicros = 118,
            Void = voided is null ? [] : [voided],
        };
    }

    SlotRecord Slot(Random random, double weather, IReadOnlyDictionary<string, double> slower)
    {
        double Level(double value, string endpoint) => value * (1 + slower.GetValueOrDefault(endpoint)) * Math.Exp((Rare.Contains(endpoint) ? 20 : 1) * Noise * Normal(random) + weather * random.NextDouble());
        SlotEndpoint Endpoint(string name, string method, double p50, double p95, long requests, string levelled) => new(
            name, method, requests, 0, (long)Level(p50, levelled), (long)Level(p95, levelled), (long)(Level(p95, levelled) * (1.8 + 0.2 * Normal(random))));
        return new SlotRecord
        {
            Seconds = 7,
            All = Endpoint(EndpointRecord.AllRequests, "", 2_500, 8_100, 4_900, ""),
            Endpoints = [.. Zenzefi.Select(e => Endpoint(e.Name, e.Method, e.P50, e.P95, 800, e.Name))],
            CpuSeconds = Level(4_900 * 0.00074, EndpointRecord.AllRequests),
            LagP99Micros = 410,
        };
    }

    // The middle one and those next to it by rank: enough for a picture.
    Comparison Compare(List<RoundRecord> rounds, string endpoint, string? method, string metric)
    {
        var pairs = rounds.Select(r => (Before: PairedMetrics.Value(r.Baseline, endpoint, method, metric)!.Value, Now: PairedMetrics.Value(r.Candidate, endpoint, method, metric)!.Value)).ToList();
        double[] ratios = [.. pairs.Select(p => p.Now / p.Before - 1).Order()];
        var (lower, change, upper) = (ratios[ratios.Length / 4], (ratios[(ratios.Length - 1) / 2] + ratios[ratios.Length / 2]) / 2, ratios[ratios.Length - 1 - ratios.Length / 4]);
        var gated = metric is not Metrics.P99;
        var tolerance = PairedRule.Usual.ToleranceOf(metric);
        return new Comparison
        {
            Endpoint = endpoint,
            Method = method,
            Metric = metric,
            Baseline = pairs.Select(p => p.Before).Order().ElementAt(pairs.Count / 2),
            Candidate = pairs.Select(p => p.Now).Order().ElementAt(pairs.Count / 2),
            Change = change,
            Lower = lower,
            Upper = upper,
            Verdict = lower > 0.02 && gated && !Rare.Contains(endpoint) ? Verdict.Regressed : upper < -0.02 && gated && !Rare.Contains(endpoint) ? Verdict.Improved : lower > 1 / (1 + tolerance) - 1 && upper < tolerance ? Verdict.Passed : Verdict.Inconclusive,
            Gated = gated,
            Watched = gated && Rare.Contains(endpoint),
            Note = gated ? null : "Shown only: fewer than 5,000 requests in a slot.",
        };
    }

    static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
