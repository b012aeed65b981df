using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Targets;

/// <summary>Holds a run against absolute limits. A value at a limit is within it.</summary>
internal static class TargetJudge
{
    const double MicrosPerMilli = 1000;

    /// <summary>One result per target of the run, in their order.</summary>
    public static IReadOnlyList<TargetResult> Judge(RunRecord run) =>
    [
        .. run.Targets.Select(target => Judge(target, Value(target, run))).Select(result => result.Value is null ? result with { Note = WithoutValue(result, run) } : result),
    ];

    /// <summary>A target and the value it is held against; null when there is none.</summary>
    public static TargetResult Judge(TargetRecord target, double? value) => new()
    {
        Endpoint = target.Endpoint ?? EndpointRecord.AllRequests,
        Method = target.Method,
        Metric = target.Metric,
        Value = value,
        Tier = value is { } v ? TierOf(v, target) : null,
        Target = target.Target,
        Acceptable = target.Acceptable,
        Critical = target.Critical,
    };

    /// <summary>The value of a metric of requests; null when there was none of them, or the metric is of the whole run.</summary>
    /// <param name="target">The target.</param>
    /// <param name="all">All requests together.</param>
    /// <param name="endpoints">The same by endpoint.</param>
    /// <param name="seconds">The time in which they were asked for.</param>
    public static double? Value(TargetRecord target, EndpointRecord? all, IReadOnlyList<EndpointRecord> endpoints, double seconds)
    {
        var requests = target.Endpoint is { } name ? NamedRequests.Of(target.Method, name, endpoints, seconds) : all;
        return requests is null ? null : target.Metric switch
        {
            Metrics.ErrorRate => (double)requests.Failures / requests.Requests,
            Metrics.RequestsPerSecond => requests.RequestsPerSecond,
            _ => Metrics.Quantile(target.Metric) is { } quantile ? requests.ResponseTime.QuantileMicros(quantile) / MicrosPerMilli : null,
        };
    }

    static double? Value(TargetRecord target, RunRecord run) => target.Metric == Metrics.ConcurrentUsers
        ? HeldUsers.Of(run).KnownAgainst(target.Critical)
        : Value(target, run.Overall, run.Endpoints, run.Totals.Seconds);

    static string WithoutValue(TargetResult target, RunRecord run)
    {
        if (target.Metric == Metrics.ConcurrentUsers) return "The profile did not ask for so many.";
        if (target.Endpoint == EndpointRecord.AllRequests || Has(run.Endpoints)) return "There was nothing to measure it from.";
        return run.Stages.Any(s => s.WarmUp && Has(s.Endpoints)) ? $"Every {Kind()}request named '{target.Endpoint}' was in the warm-up."
            : $"No {Kind()}request was named '{target.Endpoint}'.";

        // Never method and name in one: that is what no request is ever named.
        string Kind() => target.Method is { } method ? $"{method} " : "";
        bool Has(IReadOnlyList<EndpointRecord> endpoints) => NamedRequests.Of(target.Method, target.Endpoint, endpoints, run.Totals.Seconds) is not null;
    }

    static Tier TierOf(double value, TargetRecord target)
    {
        var more = Metrics.MoreIsBetter(target.Metric);
        bool Within(double limit) => more ? value >= limit : value <= limit;
        return Within(target.Target) ? Tier.Target
            : Within(target.Acceptable) ? Tier.Acceptable
            : Within(target.Critical) ? Tier.Degraded
            : Tier.Critical;
    }
}
