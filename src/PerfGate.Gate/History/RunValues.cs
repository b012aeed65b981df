using PerfGate.Gate.Records;

namespace PerfGate.Gate.History;

/// <summary>
/// What a run measured, number by number: all that a history of many runs needs of each, without its distributions, which would
/// fill the memory.
/// </summary>
public sealed class RunValues
{
    readonly Dictionary<(string Name, string? Method), PastEndpoint> endpoints;

    RunValues(PastRun run)
    {
        (RunId, Commit, StartedAt) = (run.RunId, run.Commit, run.StartedAt);
        endpoints = run.Endpoints.ToDictionary(e => (e.Name, (string?)e.Method));
        if (run.Overall is { } all) endpoints[(EndpointRecord.AllRequests, null)] = all;
        Cpu = CpuUse.Of(run.Resources);
    }

    /// <summary>The run.</summary>
    public string RunId { get; }

    /// <summary>What it measured; null when unknown.</summary>
    public string? Commit { get; }

    /// <summary>When its load began, UTC.</summary>
    public DateTimeOffset StartedAt { get; }

    internal CpuUse? Cpu { get; }

    /// <summary>The values of a run.</summary>
    public static RunValues Of(RunRecord run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new RunValues(new PastRun
        {
            RunId = run.RunId,
            Fingerprint = run.Fingerprint,
            Commit = run.Commit,
            StartedAt = run.StartedAt,
            Overall = run.Overall is { } all ? Values(all) : null,
            Endpoints = [.. run.Endpoints.Select(Values)],
            Resources = [.. run.Resources.Select(r => new PastService(r.Service, r.CpuMicrosPerRequest))],
        });
    }

    /// <summary>The values of a stored run.</summary>
    internal static RunValues Of(PastRun run) => new(run);

    /// <summary>One value in the metric's unit, above zero; null when it was not measured, or has no ratio to anything.</summary>
    /// <param name="key">Which.</param>
    /// <param name="fewest">How many requests of the endpoint it takes.</param>
    internal double? Value(MetricKey key, long fewest)
    {
        if (!endpoints.TryGetValue((key.Endpoint, key.Method), out var seen) || seen.Requests < fewest) return null;
        var value = key.Metric switch
        {
            Metrics.P50 => seen.P50Micros,
            Metrics.P95 => seen.P95Micros,
            Metrics.P99 => seen.P99Micros,
            Metrics.RequestsPerSecond => seen.RequestsPerSecond,
            Metrics.CpuPerRequest when key.Method is null => Cpu?.MicrosPerRequest,
            _ => null,
        };
        return value is > 0 && double.IsFinite(value.Value) ? value : null;
    }

    static PastEndpoint Values(EndpointRecord e) => new()
    {
        Name = e.Name,
        Method = e.Method,
        Requests = e.Requests,
        RequestsPerSecond = e.RequestsPerSecond,
        P50Micros = e.P50Micros,
        P95Micros = e.P95Micros,
        P99Micros = e.P99Micros,
    };
}
