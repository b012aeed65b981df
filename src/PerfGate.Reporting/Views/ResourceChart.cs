using PerfGate.Environments.Probes;
using PerfGate.Gate.Records;
using PerfGate.Reporting.Charts;
using PerfGate.Reporting.Text;

namespace PerfGate.Reporting.Views;

/// <summary>One chart of a service: lines that share an axis, and what none of them can exceed.</summary>
/// <param name="Title">What it shows, written by a probe of ours.</param>
/// <param name="Unit">The unit of its axis.</param>
/// <param name="Lines">Its lines, with values in the unit's base.</param>
/// <param name="Limit">What they cannot exceed; null when nothing limits them.</param>
internal sealed record ResourceChart(string Title, ChartUnit Unit, IReadOnlyList<ChartLine> Lines, double? Limit)
{
    const double Micros = 1e6;

    /// <summary>
    /// The charts of a service that have something to show: CPU time and memory first, then what its probes read. What never
    /// left zero is a figure and no line; a share of zero is news.
    /// </summary>
    public static IReadOnlyList<ResourceChart> Of(ResourceRecord resource)
    {
        ResourceChart[] usage =
        [
            new("CPU, processors busy", ChartUnit.Plain, [new("CPU", "cpu", resource.CpuShare)], resource.CpuLimit),
            Bytes("Memory", [new("memory", "memory", [.. resource.MemoryBytes.Select(bytes => (double?)bytes)])], resource.MemoryLimitBytes),
        ];
        return
        [
            .. usage.Where(chart => chart.Lines.Any(line => line.Values.Any(value => value is not null))),
            .. resource.Metrics.Where(IsDrawn).GroupBy(metric => metric.Chart, StringComparer.Ordinal).Select(chart => Of(chart.Key, [.. chart])),
        ];
    }

    static bool IsDrawn(MetricRecord metric) => metric.Kind switch
    {
        MetricKind.Event => false,
        MetricKind.Share => metric.Values.Any(value => value is not null),
        _ => metric.Values.Any(value => value is not (null or 0)),
    };

    static ResourceChart Of(string title, IReadOnlyList<MetricRecord> metrics)
    {
        var (first, limit) = (metrics[0], metrics[0].Limit);
        IReadOnlyList<ChartLine> lines = [.. metrics.Select((metric, i) => new ChartLine(PlainText.Line(metric.Name, 40), $"line{i + 1}", metric.Values))];
        return (first.Kind, first.Unit) switch
        {
            (MetricKind.Share, _) => new(title, ChartUnit.Share, lines, Limit: null),
            (MetricKind.Rate, _) => new($"{title} per second", ChartUnit.Plain, lines, limit),
            (_, MetricUnit.Bytes) => Bytes(title, lines, limit),
            (_, MetricUnit.Seconds) => new(title, ChartUnit.Time, [.. lines.Select(line => line with { Values = [.. line.Values.Select(v => v * Micros)] })], limit * Micros),
            _ => new(title, ChartUnit.Plain, lines, limit),
        };
    }

    static ResourceChart Bytes(string title, IReadOnlyList<ChartLine> lines, double? limit) =>
        new(title, ChartUnit.ForBytes(lines.Max(line => line.Values.Max())), lines, limit);
}
