using PerfGate.Gate.Records;

namespace PerfGate.Reporting.Views;

/// <summary>Columns of a run's series as numbers that can be drawn: what was not measured stays null.</summary>
internal static class RunSeries
{
    const double Tolerance = 0.05;

    /// <summary>The column that shows a metric, in the unit of comparisons; empty when the series has none.</summary>
    public static IReadOnlyList<double?> Column(SeriesColumns columns, string metric) => metric switch
    {
        Metrics.P50 => [.. columns.P50Micros.Select(v => (double?)v)],
        Metrics.P95 => [.. columns.P95Micros.Select(v => (double?)v)],
        Metrics.P99 => [.. columns.P99Micros.Select(v => (double?)v)],
        Metrics.ErrorRate => [.. columns.Requests.Zip(columns.Failures, (all, failed) => all > 0 ? (double?)failed / all : null)],
        _ => [],
    };

    /// <summary>Counts as rates, without a point that the run did not fill: it would look like a drop.</summary>
    public static IReadOnlyList<double?> PerSecond(RunRecord run, IReadOnlyList<long> counts) =>
        Whole(run, [.. counts.Select(count => (double?)count / run.Series.SecondsPerPoint)]);

    /// <summary>A column without a point that the run did not fill.</summary>
    public static IReadOnlyList<double?> Whole(RunRecord run, IReadOnlyList<double?> column) =>
        [.. column.Select((value, i) => run.Series.Second[i] + run.Series.SecondsPerPoint <= run.DurationSeconds + Tolerance ? value : null)];

    /// <summary>The column without the seconds of warm-up stages, which are never judged.</summary>
    public static IReadOnlyList<double?> Measured(RunRecord run, SeriesColumns? columns, string metric)
    {
        if (columns is null) return [];
        var column = metric is Metrics.RequestsPerSecond ? PerSecond(run, columns.Requests) : Column(columns, metric);
        var measured = new List<double?>(column.Count);
        for (var i = 0; i < Math.Min(column.Count, run.Series.Second.Count); i++)
            if (!InWarmUp(run, run.Series.Second[i]))
                measured.Add(column[i]);
        return measured;
    }

    static bool InWarmUp(RunRecord run, double second) =>
        run.Stages.Any(s => s.WarmUp && second >= s.StartSeconds && second < s.StartSeconds + s.DurationSeconds);
}
