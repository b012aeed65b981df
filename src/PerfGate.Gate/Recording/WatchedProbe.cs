using PerfGate.Environments.Probes;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Recording;

/// <summary>What one probe saw of a run.</summary>
/// <param name="Samples">Its regular readings.</param>
/// <param name="Begin">Its reading when measuring began; null when that cannot be told.</param>
/// <param name="End">Its reading when load ended.</param>
/// <param name="Before">What its store had counted when measuring began; null when that is not known.</param>
/// <param name="After">The same when load ended.</param>
internal sealed record WatchedProbe(
    ProbeSamples Samples, ProbeReading? Begin, ProbeReading End, StatementReading? Before, StatementReading? After)
{
    // These have a place of their own in the record.
    static readonly HashSet<ProbeMetric> Common =
    [
        ServiceMetrics.Cpu, ServiceMetrics.CpuLimit, ServiceMetrics.Memory, ServiceMetrics.MemoryLimit, ServiceMetrics.ThrottledTime,
    ];

    public string? Note => After?.Note;

    public double? Figure(ProbeMetric metric) => Place(metric) is >= 0 and var place ? Samples.Figure(place, Begin, End) : null;

    public IReadOnlyList<double?>? Line(ProbeMetric metric) => Place(metric) is >= 0 and var place ? Samples.Line(place) : null;

    public IReadOnlyList<StatementCount>? Statements() => Before is null ? null : After?.Since(Before);

    public IReadOnlyList<TableCount>? Tables() => Before is null ? null : After?.TablesSince(Before);

    /// <summary>The metrics that only this kind of service has.</summary>
    public IEnumerable<MetricRecord> Own() =>
        from place in Enumerable.Range(0, Samples.Metrics.Count)
        let metric = Samples.Metrics[place]
        where !Common.Contains(metric) && metric.Kind is not (MetricKind.Limit or MetricKind.Rest)
        select new MetricRecord(
            metric.Chart,
            metric.Name,
            metric.Unit,
            metric.Kind,
            Samples.Limit(metric.Chart),
            Samples.Figure(place, Begin, End),
            Samples.Line(place));

    int Place(ProbeMetric metric) => Samples.Metrics.ToList().IndexOf(metric);
}
