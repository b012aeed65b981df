using PerfGate.Environments.Probes;
using PerfGate.Gate.Records;

namespace PerfGate.Reporting.Tests.Samples;

/// <summary>What Zenzefi's three services could have used: containers with limits, a PostgreSQL and a Redis that were asked.</summary>
/// <param name="seconds">How long load ran.</param>
/// <param name="warmUp">How much of it was warm-up.</param>
/// <param name="requests">The measured requests.</param>
/// <param name="random">The source of noise.</param>
internal sealed class SampleResources(int seconds, int warmUp, long requests, Random random)
{
    const string Connections = "PostgreSQL connections";
    const string Lookups = "Key lookups that hit";

    // Two seconds in which nothing could be read.
    static readonly int[] Gap = [20, 21];

    public IReadOnlyList<ResourceRecord> Build() => [Api(), Postgres(), Redis()];

    ResourceRecord Api() => Usage("api", s => (s < warmUp ? 1.4 : 0.45) + Noise(0.1), 31.4, s => 120 + 94 * (1 - Math.Exp(-s / 15.0)), 214) with
    {
        CpuLimit = 1.5,
        MemoryLimitBytes = 512L << 20,
        ThrottledSeconds = 0.84,
        Metrics =
        [
            Metric("Periods throttled", "throttled", MetricKind.Share, null, 0.021, s => s is 1 or 2 or 3 ? 0.4 + Noise(0.2) : 0),
            Metric("OOM kills", "OOM kills", MetricKind.Event, null, 0, _ => 0),
        ],
    };

    ResourceRecord Postgres() => Usage("postgres", s => 0.21 + Noise(0.08), 12.2, s => 66 + s * 0.4, 90) with
    {
        CpuLimit = 1,
        MemoryLimitBytes = 256L << 20,
        ThrottledSeconds = 0,
        Metrics =
        [
            Metric(Connections, "all", MetricKind.Gauge, 100, 24, s => 21 + (int)Noise(4)),
            Metric(Connections, "active", MetricKind.Gauge, 100, 9, s => 2 + (int)Noise(8)),
            Metric(Connections, "idle", MetricKind.Gauge, 100, 19, s => 15 + (int)Noise(5)),
            Metric(Connections, "idle in transaction", MetricKind.Gauge, 100, 3, s => (int)Noise(4)),
            Metric(Connections, "waiting for a lock", MetricKind.Gauge, 100, 2, s => s % 9 == 4 ? 2 : 0),
            Metric("Longest transaction", "open for", MetricKind.Gauge, null, 0.062, s => 0.004 + (s % 9 == 4 ? 0.058 : Noise(0.01)), MetricUnit.Seconds),
            Metric("Page reads that hit the cache", "hits", MetricKind.Share, null, 0.9987, s => s < 2 ? 0.91 + Noise(0.02) : 0.998 + Noise(0.002)),
        ],
        Statements =
        [
            new("SELECT t.id, t.status, t.duration_hours, t.expires_at, t.cost FROM access_tokens AS t WHERE t.user_id = $1 ORDER BY t.created_at DESC LIMIT $2", 822, 2_466, 3.0) { Rows = 8_220, Blocks = 34_112 },
            new("UPDATE users SET balance = balance - $1 WHERE id = $2 AND balance >= $1", 311, 902, 2.9) { Rows = 287, Blocks = 1_866 },
            new("SELECT u.currency_balance FROM users AS u WHERE u.id = $1", 1_041, 541, 0.52) { Rows = 1_041, Blocks = 3_123 },
            new("INSERT INTO transactions (id, user_id, amount, type, created_at) VALUES ($1, $2, $3, $4, $5)", 311, 218, 0.7) { Rows = 311, Blocks = 1_555 },
        ],
        Tables = [new("access_tokens", 5_210, 822, 4_282_620, 311), new("users", 103, 3, 309, 2_312), new("transactions", null, 0, 0, 828)],
        IsStore = true,
    };

    ResourceRecord Redis() => Usage("redis", s => 0.02 + Noise(0.01), 1.3, s => 9.2 + s * 0.01, 9.8) with
    {
        Metrics =
        [
            Metric("Redis memory", "used", MetricKind.Gauge, 64 << 20, 2.1 * (1 << 20), s => (1.2 + 0.015 * s) * (1 << 20), MetricUnit.Bytes),
            Metric(Lookups, "hits", MetricKind.Share, null, 0.942, s => s < 3 ? 0.3 + Noise(0.1) : 0.93 + Noise(0.03)),
            Metric("Keys evicted", "evicted", MetricKind.Rate, null, 0, _ => 0),
            Metric("Redis clients", "connected", MetricKind.Gauge, 10_000, 3, _ => 3),
            Metric("Redis clients", "blocked", MetricKind.Gauge, 10_000, 0, _ => 0),
        ],
        IsStore = true,
        Notes = ["9 of 61 readings of 'redis' came late."],
    };

    ResourceRecord Usage(string service, Func<int, double> cpu, double cpuSeconds, Func<int, double> mebibytes, double peak) => new(
        service,
        cpuSeconds,
        requests > 0 ? cpuSeconds * 1e6 / requests : null,
        (long)(peak * (1 << 20)),
        [.. Seconds.Select(s => (double)s)],
        [.. Seconds.Select(s => s == 0 || Gap.Contains(s) ? (double?)null : cpu(s))],
        [.. Seconds.Select(s => Gap.Contains(s) ? (long?)null : (long)(mebibytes(s) * (1 << 20)))])
    {
        Restarts = 0,
        OomKills = 0,
    };

    MetricRecord Metric(
        string chart, string name, MetricKind kind, double? limit, double? figure, Func<int, double> at, MetricUnit unit = MetricUnit.Count) =>
        new(chart, name, unit, kind, limit, figure, [.. Seconds.Select(s => Gap.Contains(s) || s == 0 ? (double?)null : at(s))]);

    IEnumerable<int> Seconds => Enumerable.Range(0, seconds);

    double Noise(double size) => size * random.NextDouble();
}
