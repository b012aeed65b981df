using System.Text.Json.Serialization;
using PerfGate.Statistics;

namespace Benchmarks;

/// <summary>Reported response times in microseconds; null where a program does not report that one.</summary>
internal sealed record Quantiles(double? P50, double? P95, double? P99, double? P999)
{
    public static Quantiles None { get; } = new(null, null, null, null);

    /// <summary>The four by name.</summary>
    [JsonIgnore]
    public IEnumerable<(string Name, double? Micros)> Named => [("p50", P50), ("p95", P95), ("p99", P99), ("p99.9", P999)];

    public static Quantiles Of(HdrHistogram histogram) => histogram.Count == 0
        ? None
        : new(
            histogram.QuantileMicros(0.5), histogram.QuantileMicros(0.95), histogram.QuantileMicros(0.99), histogram.QuantileMicros(0.999));
}
