using PerfGate.Gate.Records;

namespace PerfGate.Reporting.Tests.Samples;

/// <summary>A run of Zenzefi as the gate would record it: made up from a seed, the same every time.</summary>
public sealed record SampleRun
{
    static readonly SampleEndpoint[] Zenzefi =
    [
        new("GET", "/api/v1/currency/balance", 31, 2_100, 0.35),
        new("GET", "/api/v1/tokens/my-tokens", 25, 3_400, 0.45),
        new("GET", "/api/v1/currency/transactions", 15.5, 4_200, 0.4),
        new("GET", "/api/v1/proxy/status", 10, 1_700, 0.3),
        new("GET", "/health", 6.2, 600, 0.3),
        new("POST", "/api/v1/tokens/purchase (duration=1h)", 3.1, 9_500, 0.35),
        new("POST", "/api/v1/tokens/purchase (duration=12h)", 3.1, 9_300, 0.35),
        new("POST", "/api/v1/tokens/purchase (duration=24h)", 3.1, 9_700, 0.35),
        new("GET", "/metrics", 3.1, 5_200, 0.3),
    ];

    static readonly SampleEndpoint[] Start =
    [
        new("POST", "/api/v1/auth/register", 1, 88_000, 0.15),
        new("POST", "/api/v1/auth/login", 1, 79_000, 0.15),
        new("POST", "/api/v1/currency/mock-purchase", 1, 8_000, 0.3),
    ];

    static readonly Tally Nothing = new();

    const long SlowMicros = 100_000;
    const int MostKept = 60;

    readonly List<SlowRequestRecord> slowRequests = [];
    readonly List<Tally> seconds = [];
    readonly Dictionary<(string Method, string Name), Tally> measured = [];
    readonly Dictionary<(string Method, string Name, int Second), Tally> perSecond = [];
    readonly List<int> users = [];
    readonly Tally warmUp = new();
    readonly Tally overall = new();

    public int Seed { get; init; } = 1;

    public int Seconds { get; init; } = 60;

    public int WarmUpSeconds { get; init; } = 5;

    public int Users { get; init; } = 100;

    /// <summary>By what each endpoint is slower, by name.</summary>
    public IReadOnlyDictionary<string, double> Slower { get; init; } = new Dictionary<string, double>();

    public double FailureShare { get; init; }

    /// <summary>Seconds in which the system answered nothing.</summary>
    public IReadOnlyList<int> Silent { get; init; } = [];

    public IReadOnlyList<SampleEndpoint>? Endpoints { get; init; }

    public RunRecord Build()
    {
        var random = new Random(Seed);
        for (var second = 0; second < Seconds; second++) Simulate(random, second);
        var measuredSeconds = Seconds - WarmUpSeconds;
        var endpoints = measured.Select(m => m.Value.Record(m.Key.Method, m.Key.Name, measuredSeconds)).ToList();
        return new RunRecord
        {
            RunId = $"20261121-2015{Seed:00}-4f2a",
            Suite = "zenzefi",
            Profile = "quick",
            Environment = "embedded",
            Engine = "perfgate/httpclient",
            Commit = $"{Seed:x}9d3c1f0a7b24e6d8c5f1e2a3b4c5d6e7f8091a2"[..40],
            Branch = Seed == 1 ? "cheaper-token-list" : "main",
            Dirty = false,
            Seed = 42,
            Fingerprint = "a41f09c2d7be",
            Machine = new Dictionary<string, string>
            {
                ["cpu"] = "AMD EPYC 7763 64-Core Processor",
                ["cores"] = "2",
                ["memory"] = "8 GiB",
                ["os"] = "Debian GNU/Linux 12 (bookworm)",
                ["runtime"] = ".NET 10.0.4",
                ["gc"] = "server, concurrent",
                ["container limits"] = "none",
                ["suite and profile"] = "5e0c77aa",
            },
            StartedAt = new DateTimeOffset(2026, 11, 21, 20, 15, 30, TimeSpan.Zero).AddDays(1 - Seed),
            DurationSeconds = Seconds,
            End = "completed",
            Totals = new Totals(overall.Requests, overall.Failures, measuredSeconds),
            WarmUp = new Totals(warmUp.Requests, warmUp.Failures, WarmUpSeconds),
            Overall = overall.Requests > 0 ? overall.Record("", "all requests", measuredSeconds) : null,
            Stages =
            [
                new StageRecord("warm-up", WarmUp: true, 0, WarmUpSeconds, Users / 2, []),
                new StageRecord($"ramp to {Users}", WarmUp: false, WarmUpSeconds, Seconds / 6.0, Users, []),
                new StageRecord($"hold {Users}", WarmUp: false, WarmUpSeconds + Seconds / 6.0, measuredSeconds - Seconds / 6.0, Users, endpoints),
            ],
            Endpoints = endpoints,
            Series = Series(),
            Users =
            [
                new UserClassRecord("ZenzefiUser", Users * 9 / 10, new Dictionary<string, long>
                {
                    ["ReadBalance"] = 1041, ["ListTokens"] = 822, ["ReadTransactions"] = 517, ["PurchaseToken"] = 311, ["CheckHealth"] = 204, ["ReadMetrics"] = 99,
                })
                {
                    Weights = new Dictionary<string, int>
                    {
                        ["ReadBalance"] = 10, ["ListTokens"] = 8, ["ReadTransactions"] = 5, ["PurchaseToken"] = 3, ["CheckHealth"] = 2, ["ReadMetrics"] = 1,
                    },
                },
                new UserClassRecord("ProxyUser", Users / 10, new Dictionary<string, long> { ["ReadProxyStatus"] = 468 }),
            ],
            Failures = overall.Failures == 0 ? [] :
            [
                .. endpoints.Where(e => e.Failures > 0).Select(e => new FailureRecord(e.Name, e.Method, "expected status 200, got 500 Internal Server Error", e.Failures, 0, 31.2, 33.9)),
                new FailureRecord("/api/v1/auth/login", "POST", "no answer within 10 s", 0, 1, 3.4, 3.4),
            ],
            Exceptions =
            [
                new ExceptionRecord("ZenzefiUser.PurchaseToken", "System.Text.Json.JsonException", "'<' is an invalid start of a value. Path: $ | LineNumber: 0",
                    "   at System.Text.Json.ThrowHelper.ReThrowWithPath(ReadStack& state, JsonReaderException ex)\n   at Zenzefi.Users.ZenzefiUser.PurchaseToken(UserContext user) in perf/Zenzefi/Users/ZenzefiUser.cs:line 61", 2, 31.2, 33.9),
            ],
            Resources = new SampleResources(Seconds, WarmUpSeconds, overall.Requests, random).Build(),
            SlowRequests = new SlowRequestsRecord(SlowMicros, slowRequests.Count, Kept()),
            Logs =
            [
                new LogRecord("api", 214, overall.Failures == 0 ? [] : [new LogMatchRecord("timeout", 3, 31.2, 33.9, "Npgsql.NpgsqlException: Exception while reading from stream: the operation has timed out")]),
                new LogRecord("postgres", 12, []),
            ],
            Generator = new GeneratorRecord(0.11, 62, 410, 8_730, 0, 12.6, 9, 4_310),
            Steps = [new("build: Zenzefi.Api", 9.41), new("migrate: 4 applied, 0 pending", 1.82), new("start: api ready", 0.64), new("stop: api", 0.21)],
            Command = "./build.sh --target=Perf --suite=zenzefi --profile=quick --seed=42",
        };
    }

    void Simulate(Random random, int second)
    {
        var ramped = second < WarmUpSeconds ? Users / 2.0 * (second + 1) / WarmUpSeconds
            : Users / 2.0 + Users / 2.0 * Math.Min(1, (second - WarmUpSeconds + 1) / (Seconds / 6.0));
        users.Add((int)Math.Round(Math.Min(Users, ramped)));
        var all = new Tally();
        seconds.Add(all);
        var endpoints = Endpoints ?? (second < WarmUpSeconds ? [.. Zenzefi, .. Start.Select(s => s with { Weight = 60 })] : [.. Zenzefi, .. Start]);
        var requests = Silent.Contains(second) ? 0 : (int)Math.Round(users[^1] * 0.53 * (1 + 0.08 * (random.NextDouble() - 0.5)));
        for (var i = 0; i < requests; i++) Ask(random, second, Choose(random, endpoints), all);
    }

    void Ask(Random random, int second, SampleEndpoint endpoint, Tally all)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var slow = random.NextDouble() < 0.008 ? 3 + random.NextDouble() * 5 : 1;
        var micros = (long)(endpoint.MedianMicros * (1 + Slower.GetValueOrDefault(endpoint.Name)) * Math.Exp(endpoint.Spread * normal) * slow);
        var failed = endpoint.Method == "POST" && second is >= 31 and < 34 && random.NextDouble() < FailureShare;
        // Who has no money left is answered 402, as the suite expects.
        var status = failed ? 500 : endpoint.Name.Contains("purchase (", StringComparison.Ordinal) && micros % 7 == 0 ? 402 : 200;
        all.Add(micros, status, failed);
        if (micros > SlowMicros) slowRequests.Add(new SlowRequestRecord(second + 0.5, endpoint.Name, endpoint.Method, status, 240, micros, failed));
        var key = (endpoint.Method, endpoint.Name);
        Of(perSecond, (endpoint.Method, endpoint.Name, second)).Add(micros, status, failed);
        var total = Of(measured, key);
        if (second < WarmUpSeconds)
        {
            warmUp.Add(micros, status, failed);
            return;
        }

        total.Add(micros, status, failed);
        overall.Add(micros, status, failed);
    }

    // Some from all along the run, as a fair sample would be.
    IReadOnlyList<SlowRequestRecord> Kept() =>
        slowRequests.Count <= MostKept
            ? [.. slowRequests]
            : [.. Enumerable.Range(0, MostKept).Select(i => slowRequests[i * slowRequests.Count / MostKept])];

    static SampleEndpoint Choose(Random random, IReadOnlyList<SampleEndpoint> endpoints)
    {
        var at = random.NextDouble() * endpoints.Sum(e => e.Weight);
        foreach (var endpoint in endpoints)
            if ((at -= endpoint.Weight) < 0)
                return endpoint;
        return endpoints[^1];
    }

    static Tally Of<TKey>(Dictionary<TKey, Tally> tallies, TKey key)
        where TKey : notnull
    {
        if (!tallies.TryGetValue(key, out var tally)) tallies[key] = tally = new Tally();
        return tally;
    }

    SeriesRecord Series() => new(
        [.. Enumerable.Range(0, Seconds)],
        [.. users],
        Columns(seconds),
        [.. measured.Keys.Select(k => new EndpointSeriesRecord(k.Name, k.Method, Columns(
            [.. Enumerable.Range(0, Seconds).Select(s => perSecond.GetValueOrDefault((k.Method, k.Name, s), Nothing))])))]);

    static SeriesColumns Columns(IReadOnlyList<Tally> tallies) => new(
        [.. tallies.Select(t => t.Requests)],
        [.. tallies.Select(t => t.Failures)],
        [.. tallies.Select(t => t.Quantile(0.5))],
        [.. tallies.Select(t => t.Quantile(0.95))],
        [.. tallies.Select(t => t.Quantile(0.99))]);
}
