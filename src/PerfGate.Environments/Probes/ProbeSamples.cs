namespace PerfGate.Environments.Probes;

/// <summary>What one probe read, in order.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Metrics">What each reading holds.</param>
/// <param name="Samples">At least the one taken when sampling began.</param>
public sealed record ProbeSamples(string Service, IReadOnlyList<ProbeMetric> Metrics, IReadOnlyList<ProbeSample> Samples)
{
    /// <summary>
    /// A metric over time, one value for each sample, as its <see cref="MetricKind"/> says. What is a difference is null for
    /// the first sample, and wherever either end was not read or the service began anew between them.
    /// </summary>
    /// <param name="metric">Its place among <see cref="Metrics"/>.</param>
    public IReadOnlyList<double?> Line(int metric) => Metrics[metric].Kind switch
    {
        MetricKind.Rate => Differences((before, now) => now.At > before.At
            ? now.Reading.Increase(before.Reading, metric) / (now.At - before.At)
            : null),
        MetricKind.Share => Differences((before, now) => Share(before.Reading, now.Reading, metric)),
        MetricKind.Event => Differences((before, now) => now.Reading.Value(metric) - before.Reading.Value(metric)),
        _ => [.. Samples.Select(sample => sample.Reading.Value(metric))],
    };

    /// <summary>What a metric came to, as its <see cref="MetricKind"/> says; null when that was not read.</summary>
    /// <param name="metric">Its place among <see cref="Metrics"/>.</param>
    /// <param name="begin">Where the span begins over which rates and shares are taken; null when that is not known.</param>
    /// <param name="end">Where it ends.</param>
    public double? Figure(int metric, ProbeReading? begin, ProbeReading end) => Metrics[metric].Kind switch
    {
        MetricKind.Gauge => Samples.Max(sample => sample.Reading.Value(metric)),
        MetricKind.Rate => begin is null ? null : end.Increase(begin, metric),
        MetricKind.Share => begin is null ? null : Share(begin, end, metric),
        MetricKind.Event => end.Value(metric) - Samples[0].Reading.Value(metric),
        _ => Samples.Select(sample => sample.Reading.Value(metric)).LastOrDefault(value => value is not null),
    };

    /// <summary>The limit of a chart, as it was read last; null when it has none.</summary>
    public double? Limit(string chart) => Metrics
        .Select((metric, place) => (metric, place))
        .Where(one => one.metric.Kind == MetricKind.Limit && one.metric.Chart == chart)
        .Select(one => Figure(one.place, begin: null, Samples[^1].Reading))
        .FirstOrDefault();

    List<double?> Differences(Func<ProbeSample, ProbeSample, double?> difference) =>
        [null, .. Samples.Zip(Samples.Skip(1), difference)];

    static double? Share(ProbeReading before, ProbeReading now, int metric)
    {
        var part = now.Increase(before, metric);
        return part + now.Increase(before, metric + 1) is > 0 and var whole ? part / whole : null;
    }
}
