using PerfGate.Gate.Recording;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Targets;

/// <summary>Holds a run against absolute limits. A value at a limit is within it.</summary>
internal static class TargetJudge
{
    const double MicrosPerMilli = 1000;

    /// <summary>One result per target of the run, in their order.</summary>
    public static IReadOnlyList<TargetResult> Judge(RunRecord run) => [.. run.Targets.Select(target => Judge(target, run))];

    static TargetResult Judge(TargetRecord target, RunRecord run)
    {
        var value = Value(target, run);
        return new TargetResult
        {
            Endpoint = target.Endpoint ?? EndpointRecord.AllRequests,
            Metric = target.Metric,
            Value = value,
            Tier = value is { } v ? TierOf(v, target) : null,
            Target = target.Target,
            Acceptable = target.Acceptable,
            Critical = target.Critical,
        };
    }

    static double? Value(TargetRecord target, RunRecord run) => Requests(target, run) is not { } requests ? null : target.Metric switch
    {
        Metrics.ErrorRate => (double)requests.Failures / requests.Requests,
        Metrics.RequestsPerSecond => requests.RequestsPerSecond,
        _ => Metrics.Quantile(target.Metric) is { } quantile ? requests.ResponseTime.QuantileMicros(quantile) / MicrosPerMilli : null,
    };

    // A name may stand for several methods: they are judged together.
    static EndpointRecord? Requests(TargetRecord target, RunRecord run)
    {
        if (target.Endpoint is not { } name) return run.Overall;
        var same = run.Endpoints.Where(e => e.Name == name).ToList();
        return same.Count switch
        {
            0 => null,
            1 => same[0],
            _ => EndpointMerge.Merge(name, "", same, run.Totals.Seconds),
        };
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
