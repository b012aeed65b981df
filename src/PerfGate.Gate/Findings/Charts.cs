using PerfGate.Gate.Records;

namespace PerfGate.Gate.Findings;

/// <summary>The names that probes give to what rules read; a test holds them against the probes.</summary>
internal static class Charts
{
    public const string PostgresConnections = "PostgreSQL connections";
    public const string All = "all";
    public const string Active = "active";
    public const string IdleInTransaction = "idle in transaction";
    public const string UsedLately = "used within 25 ms";

    public const string RedisClients = "Redis clients";
    public const string Connected = "connected";

    public const string RedisMemory = "Redis memory";
    public const string Used = "used";

    public const string RedisLookups = "Key lookups that hit";
    public const string Hits = "hits";

    public const string RedisEvictions = "Keys evicted";
    public const string Evicted = "evicted";

    public static MetricRecord? Find(ResourceRecord resource, string chart, string name) =>
        resource.Metrics.FirstOrDefault(metric => metric.Chart == chart && metric.Name == name);
}
