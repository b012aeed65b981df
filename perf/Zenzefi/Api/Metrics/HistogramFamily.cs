using System.Collections.Concurrent;

namespace Zenzefi.Api.Metrics;

/// <summary>A histogram, or one per value of a label.</summary>
internal sealed class HistogramFamily(string name, string help, double[] bounds, string? label = null) : IMetricFamily
{
    readonly ConcurrentDictionary<string, Histogram> histograms = label is null
        ? new(StringComparer.Ordinal) { [""] = new Histogram(bounds) }
        : new(StringComparer.Ordinal);

    public void Observe(TimeSpan duration, string value = "") =>
        histograms.GetOrAdd(value, static (_, all) => new Histogram(all), bounds).Observe(duration);

    public void WriteTo(PrometheusText text)
    {
        text.Family(name, "histogram", help);
        foreach (var (value, histogram) in histograms.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            histogram.WriteSamples(text, name, label is null ? [] : [(label, value)]);
        }
    }
}
