namespace PerfGate.Gate.Records;

/// <summary>
/// An absolute limit in three tiers. For requestsPerSecond and concurrentUsers more is better, for all other metrics less.
/// </summary>
/// <param name="Endpoint">The name it holds for; null for all requests together.</param>
/// <param name="Metric">p50, p95, p99 (milliseconds), errorRate (0 to 1), requestsPerSecond, concurrentUsers.</param>
/// <param name="Target">At this or better: the tier is target.</param>
/// <param name="Acceptable">At this or better: acceptable; worse: degraded.</param>
/// <param name="Critical">Worse than this: critical, and the gate fails.</param>
public sealed record TargetRecord(string? Endpoint, string Metric, double Target, double Acceptable, double Critical)
{
    /// <summary>The method it holds for, such as POST; null: all methods of the name together.</summary>
    public string? Method { get; init; }
}
