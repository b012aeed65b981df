using PerfGate.Gate.Records;

namespace PerfGate.Reporting.Csv;

/// <summary>failures.csv: failed requests by endpoint and reason, the most frequent first.</summary>
internal static class FailuresCsv
{
    public static string Of(RunRecord run) => CsvTable.Write(
        LocustColumns.Failures,
        run.Failures.OrderByDescending(f => f.Count).Select(f => (IEnumerable<object?>)
        [
            f.Method, f.Endpoint, f.Reason, f.Count,
            run.StartedAt.AddSeconds(f.FirstSeconds), run.StartedAt.AddSeconds(f.LastSeconds), f.WarmUpCount,
        ]));
}
