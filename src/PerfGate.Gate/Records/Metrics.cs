namespace PerfGate.Gate.Records;

/// <summary>The names of metrics in targets and comparisons.</summary>
public static class Metrics
{
    /// <summary>Median response time.</summary>
    public const string P50 = "p50";

    /// <summary>95th percentile of the response time.</summary>
    public const string P95 = "p95";

    /// <summary>99th percentile of the response time.</summary>
    public const string P99 = "p99";

    /// <summary>Failed over all requests, 0 to 1.</summary>
    public const string ErrorRate = "errorRate";

    /// <summary>Requests per second.</summary>
    public const string RequestsPerSecond = "requestsPerSecond";

    /// <summary>CPU time that the system's services use for a request, microseconds.</summary>
    public const string CpuPerRequest = "cpuPerRequest";

    /// <summary>The most users that the system held within its critical limits.</summary>
    public const string ConcurrentUsers = "concurrentUsers";

    /// <summary>What two runs are compared by.</summary>
    internal static readonly IReadOnlyList<string> Compared = [P50, P95, P99, RequestsPerSecond, ErrorRate];

    /// <summary>What a run can be held against.</summary>
    internal static readonly IReadOnlyList<string> All = [.. Compared, ConcurrentUsers];

    /// <summary>Whether a higher value is the better one.</summary>
    internal static bool MoreIsBetter(string metric) => metric is RequestsPerSecond or ConcurrentUsers;

    /// <summary>The quantile that a metric is, between 0 and 1; null when it is none.</summary>
    internal static double? Quantile(string metric) => metric switch
    {
        P50 => 0.50,
        P95 => 0.95,
        P99 => 0.99,
        _ => null,
    };
}
