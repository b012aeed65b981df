using PerfGate.Gate.Records;

namespace PerfGate.Reporting.Csv;

/// <summary>
/// stats_history.csv: every second of the run, warm-up included, per endpoint and for all together, as Locust writes it
/// with its full history. Percentiles are those of the second; the totals that a second cannot know are N/A.
/// </summary>
internal static class StatsHistoryCsv
{
    public static string Of(RunRecord run) => CsvTable.Write(LocustColumns.History, Rows(run));

    static IEnumerable<IEnumerable<object?>> Rows(RunRecord run)
    {
        var lines = run.Series.Endpoints.OrderBy(e => e.Name, StringComparer.Ordinal)
            .Select(e => new Line(e.Method, e.Name, e.Columns))
            .Append(new Line("", LocustColumns.Aggregated, run.Series.All))
            .ToList();
        for (var i = 0; i < run.Series.Second.Count; i++)
        {
            var time = run.StartedAt.AddSeconds(run.Series.Second[i]).ToUnixTimeSeconds();
            foreach (var line in lines) yield return line.Next(i, time, run.Series.Users[i], run.Series.SecondsPerPoint);
        }
    }

    sealed class Line(string method, string name, SeriesColumns columns)
    {
        long requests;
        long failures;

        public IEnumerable<object?> Next(int i, long time, int users, double seconds)
        {
            requests += columns.Requests[i];
            failures += columns.Failures[i];
            return
            [
                time, users, method, name, columns.Requests[i] / seconds, columns.Failures[i] / seconds,
                .. LocustColumns.Percentiles.Select(p => (object?)Percentile(p.Name, i)),
                requests, failures, null, null, null, null, null,
            ];
        }

        double? Percentile(string name, int i) => CsvTable.Millis(name switch
        {
            "50%" => columns.P50Micros[i],
            "95%" => columns.P95Micros[i],
            "99%" => columns.P99Micros[i],
            _ => null,
        });
    }
}
