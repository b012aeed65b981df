using PerfGate.Gate.Records;

namespace PerfGate.Gate.History;

/// <summary>
/// What a run measured, number by number: all that a history of many runs needs of each, without its distributions, which would
/// fill the memory.
/// </summary>
public sealed class RunValues
{
    readonly Dictionary<(string Name, string? Method), EndpointValues> endpoints;

    RunValues(RunRecord run)
    {
        (RunId, Commit, StartedAt) = (run.RunId, run.Commit, run.StartedAt);
        endpoints = run.Endpoints.ToDictionary(e => (e.Name, (string?)e.Method), Values);
        if (run.Overall is { } all) endpoints[(EndpointRecord.AllRequests, null)] = Values(all);
        Cpu = CpuUse.Of(run);
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
        return new RunValues(run);
    }

    /// <summary>One value in the metric's unit, above zero; null when it was not measured, or has no ratio to anything.</summary>
    /// <param name="key">Which.</param>
    /// <param name="fewest">How many requests of the endpoint it takes.</param>
    internal double? Value(MetricKey key, long fewest)
    {
        if (!endpoints.TryGetValue((key.Endpoint, key.Method), out var seen) || seen.Requests < fewest) return null;
        var value = key.Metric switch
        {
            Metrics.P50 => seen.P50,
            Metrics.P95 => seen.P95,
            Metrics.P99 => seen.P99,
            Metrics.RequestsPerSecond => seen.RequestsPerSecond,
            Metrics.CpuPerRequest when key.Method is null => Cpu?.MicrosPerRequest,
            _ => null,
        };
        return value is > 0 && double.IsFinite(value.Value) ? value : null;
    }

    static EndpointValues Values(EndpointRecord e) => new(e.Requests, e.P50Micros, e.P95Micros, e.P99Micros, e.RequestsPerSecond);
}
