using PerfGate.Gate.Records;

namespace PerfGate.Reporting.Csv;

/// <summary>exceptions.csv: exceptions of user code with their stacks. There is one node, the local one.</summary>
internal static class ExceptionsCsv
{
    public static string Of(RunRecord run) => CsvTable.Write(
        LocustColumns.Exceptions,
        run.Exceptions.OrderByDescending(e => e.Count).Select(e => (IEnumerable<object?>)
            [e.Count, $"{e.Type}: {e.Message}", $"{e.Where}\n{e.Stack}", "local"]));
}
