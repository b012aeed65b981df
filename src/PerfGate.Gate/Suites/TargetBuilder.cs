using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Load;

namespace PerfGate.Gate.Suites;

/// <summary>
/// Sets limits in three tiers, for all requests together or for one endpoint. A value at the critical limit still passes;
/// one beyond it fails the gate.
/// </summary>
public sealed class TargetBuilder
{
    readonly List<TargetRecord> limits;
    readonly string? name;
    readonly string? method;

    internal TargetBuilder(List<TargetRecord> limits, string? name = null, string? method = null)
    {
        this.limits = limits;
        this.name = name;
        this.method = method;
    }

    /// <summary>Median response time, in milliseconds.</summary>
    public TargetBuilder P50(double target, double acceptable, double critical) => AtMost("p50", target, acceptable, critical);

    /// <summary>95th percentile of the response time, in milliseconds.</summary>
    public TargetBuilder P95(double target, double acceptable, double critical) => AtMost("p95", target, acceptable, critical);

    /// <summary>99th percentile of the response time, in milliseconds.</summary>
    public TargetBuilder P99(double target, double acceptable, double critical) => AtMost("p99", target, acceptable, critical);

    /// <summary>Failed over all requests, 0 to 1.</summary>
    public TargetBuilder ErrorRate(double target, double acceptable, double critical) => AtMost("errorRate", target, acceptable, critical);

    /// <summary>Requests per second; more is better, so the limits go down from target to critical.</summary>
    public TargetBuilder Throughput(double target, double acceptable, double critical)
    {
        if (!(target >= acceptable && acceptable >= critical && critical >= 0))
            throw new ArgumentException($"Limits of the throughput of {Subject} go down from target to critical, and not below 0: {target}, {acceptable}, {critical}.", nameof(target));
        return Add("requestsPerSecond", target, acceptable, critical);
    }

    /// <summary>
    /// Users held at the same time, which is the most of a stage that missed no critical limit of latency or errors; more is
    /// better, so the limits go down from target to critical. Not judged where a profile asks for fewer than the critical limit.
    /// </summary>
    public TargetBuilder ConcurrentUsers(int target, int acceptable, int critical)
    {
        if (name is not null)
            throw new ArgumentException($"Concurrent users are those of the whole system, and not of {Subject}: set them outside of For.", nameof(target));
        if (!(target >= acceptable && acceptable >= critical && critical >= 1))
            throw new ArgumentException($"Limits of concurrent users go down from target to critical, and not below 1: {target}, {acceptable}, {critical}.", nameof(target));
        return Add(Metrics.ConcurrentUsers, target, acceptable, critical);
    }

    /// <summary>Sets limits for one endpoint: the requests of its method and name, and no others.</summary>
    public TargetBuilder For(Endpoint endpoint, Action<TargetBuilder> define)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(define);
        define(new TargetBuilder(limits, endpoint.Name, endpoint.Method.Method));
        return this;
    }

    /// <summary>
    /// Sets limits for a name that requests are given one by one, with <see cref="RequestSetup.Named"/>. All methods of a name
    /// are judged together: a slow POST hides behind many a fast GET. Where there is an <see cref="Endpoint"/>, pass it instead.
    /// </summary>
    public TargetBuilder For(string endpointName, Action<TargetBuilder> define)
    {
        if (string.IsNullOrWhiteSpace(endpointName)) throw new ArgumentException("Limits hold for an endpoint with a name, and this one is empty.", nameof(endpointName));
        ArgumentNullException.ThrowIfNull(define);
        define(new TargetBuilder(limits, endpointName));
        return this;
    }

    string Subject => Words.Endpoint(method, name ?? EndpointRecord.AllRequests);

    TargetBuilder AtMost(string metric, double target, double acceptable, double critical)
    {
        if (!(0 <= target && target <= acceptable && acceptable <= critical))
            throw new ArgumentException($"Limits of {Words.Metric(metric)} of {Subject} go up from target to critical, and not below 0: {target}, {acceptable}, {critical}.", nameof(target));
        return Add(metric, target, acceptable, critical);
    }

    TargetBuilder Add(string metric, double target, double acceptable, double critical)
    {
        limits.Add(new TargetRecord(name, metric, target, acceptable, critical) { Method = method });
        return this;
    }
}
