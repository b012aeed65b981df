using PerfGate.Environments.Probes;
using PerfGate.Gate.Records;
using PerfGate.Reporting.Text;

namespace PerfGate.Reporting.Views;

/// <summary>What a metric of a service came to, in words.</summary>
internal static class MetricWords
{
    /// <summary>Whether it says something. Restarts and OOM kills are in the table of all services.</summary>
    public static bool IsWorthSaying(MetricRecord metric) => metric.Kind is not MetricKind.Event && metric.Figure is not null;

    /// <summary>What it is: the chart, and the line of it unless that says nothing new.</summary>
    public static string Name(MetricRecord metric) =>
        metric.Kind is MetricKind.Gauge && metric.Name is not "used" and not "open for" ? $"{metric.Chart}, {metric.Name}" : metric.Chart;

    /// <summary>Its figure: 24 of 100, 99.2 %, 1,204.</summary>
    public static string Figure(MetricRecord metric) => metric.Limit is { } limit && metric.Kind is MetricKind.Gauge
        ? $"{Value(metric, metric.Figure)} of {Value(metric, limit)}"
        : Value(metric, metric.Figure);

    /// <summary>A length of time of which there may have been none.</summary>
    public static string Time(double? seconds) => seconds is 0 ? "none" : Quantity.Seconds(seconds);

    static string Value(MetricRecord metric, double? value) => (metric.Kind, metric.Unit) switch
    {
        (MetricKind.Share, _) => Quantity.Percent(value),
        (_, MetricUnit.Bytes) => Quantity.Bytes(value),
        (_, MetricUnit.Seconds) => Time(value),
        _ => value is { } known ? Quantity.Significant(known) : Quantity.Unknown,
    };
}
