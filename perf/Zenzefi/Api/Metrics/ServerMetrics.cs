namespace Zenzefi.Api.Metrics;

/// <summary>What this process counts and times. The gauges are asked for when somebody looks.</summary>
internal sealed class ServerMetrics
{
    /// <summary>Every answer, by route template, method and status.</summary>
    public Counter HttpRequests { get; } =
        new("http_requests_total", "Answers given, counted when they start; a scrape does not count itself.", "path", "method", "status");

    public Counter ProxyRequests { get; } =
        new("proxy_requests_total", "Requests to the proxy.", "method", "status_code");

    public Counter AuthAttempts { get; } = new("auth_attempts_total", "Attempts to log in.", "result");

    public Counter TokenPurchases { get; } = new("token_purchases_total", "Access tokens sold.", "duration_hours");

    public Counter TokenRevocations { get; } = new("token_revocations_total", "Access tokens revoked.");

    public Counter BalanceDeposits { get; } = new("balance_deposits_total", "Deposits made.");

    public HistogramFamily ProxyLatency { get; } = new(
        "proxy_latency_seconds",
        "Time until an answer of the proxy starts.",
        [.01, .05, .1, .25, .5, 1, 2.5, 5, 10]);

    public HistogramFamily DatabaseQueries { get; } = new(
        "db_query_duration_seconds",
        "Time that database commands take.",
        [.001, .005, .01, .025, .05, .1, .25, .5, 1],
        "query_type");

    public HistogramFamily CacheOperations { get; } = new(
        "redis_operation_duration_seconds",
        "Time that Redis commands take.",
        [.0001, .0005, .001, .005, .01, .025, .05, .1],
        "operation");

    public IEnumerable<IMetricFamily> Families =>
    [
        HttpRequests, ProxyRequests, AuthAttempts, TokenPurchases, TokenRevocations, BalanceDeposits,
        ProxyLatency, DatabaseQueries, CacheOperations,
    ];
}
