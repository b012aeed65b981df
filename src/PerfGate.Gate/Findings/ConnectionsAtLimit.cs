using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>A store had about as many connections as it may have, or refused some for that reason.</summary>
internal sealed class ConnectionsAtLimit : IFindingRule
{
    const double Near = 0.9;

    public IEnumerable<Finding> Look(RunRecord run)
    {
        var told = LogEvidence.Of(run, LogKinds.TooManyConnections);
        var full = run.Resources.Select(Full).OfType<Finding>().ToList();
        if (full.Count == 0) return told is null ? [] : [Found(told.Sentence, told.From, told.To)];
        return told is null ? full : full.Select((finding, at) => at > 0 ? finding : finding with { Evidence = $"{finding.Evidence} {told.Sentence}" });
    }

    static Finding? Full(ResourceRecord resource)
    {
        var metric = Charts.Find(resource, Charts.PostgresConnections, Charts.All) ?? Charts.Find(resource, Charts.RedisClients, Charts.Connected);
        if (metric is not { Limit: > 0 and var limit, Figure: { } most } || most < limit * Near) return null;
        var near = resource.Second.Zip(metric.Values).Where(sample => sample.Second >= limit * Near).Select(sample => sample.First);
        var (from, to) = Evidence.Ends(near);
        return Found(
            $"'{resource.Service}' had up to {Evidence.Number(most)} connections of the {Evidence.Number(limit)} that it allows, {Words.Percent(most / limit)}{Evidence.Between(from, to)}.",
            from,
            to);
    }

    static Finding Found(string evidence, double? from, double? to) => new(
        "connections-at-limit",
        "A store is at its limit of connections",
        evidence,
        "Let the services' pools together stay below the limit, raise it (max_connections of PostgreSQL, maxclients of Redis), or put a pooler such as PgBouncer in between.")
    {
        Meaning = "A service that needs one connection more is refused, and its request fails.",
        FromSeconds = from,
        ToSeconds = to,
    };
}
