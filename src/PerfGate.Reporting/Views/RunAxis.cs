using PerfGate.Gate.Records;
using PerfGate.Reporting.Charts;

namespace PerfGate.Reporting.Views;

/// <summary>A run's time axis, its stages and its percentile lines, as charts take them.</summary>
internal static class RunAxis
{
    // So that the median is drawn over the others.
    static readonly string[] SlowestFirst = [Metrics.P99, Metrics.P95, Metrics.P50];

    public static IReadOnlyList<double> Time(RunRecord run) => [.. run.Series.Second.Select(s => (double)s)];

    /// <summary>Where the axis ends: a run that was cut short still shows every second it has.</summary>
    public static double Seconds(RunRecord run) =>
        Math.Max(1, Math.Max(run.DurationSeconds, run.Series.Second.Count > 0 ? run.Series.Second[^1] : 0));

    public static IReadOnlyList<ChartBand> Bands(RunRecord run) =>
        [.. run.Stages.Select(s => new ChartBand(s.Name, s.StartSeconds, s.StartSeconds + s.DurationSeconds, s.WarmUp))];

    public static IReadOnlyList<ChartLine> Percentiles(SeriesColumns columns) =>
        [.. SlowestFirst.Select(p => new ChartLine(p, p, RunSeries.Column(columns, p)))];
}
