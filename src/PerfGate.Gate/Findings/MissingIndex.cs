using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>A large table is read from end to end again and again, because no index helps.</summary>
internal sealed class MissingIndex : IFindingRule
{
    const long FewestScans = 100;
    const double FewestRows = 500;
    const double NearlyAlways = 0.9;
    const long ManyRows = 100_000;

    public IEnumerable<Finding> Look(RunRecord run) =>
        from resource in run.Resources
        from table in resource.Tables ?? []
        where table.Scans >= FewestScans && (double)table.RowsScanned / table.Scans >= FewestRows
        where Share(table) >= NearlyAlways || table.RowsScanned >= ManyRows
        orderby table.RowsScanned descending
        select Found(run, resource, table);

    static double Share(TableRecord table) => (double)table.Scans / (table.Scans + table.IndexScans);

    static Finding Found(RunRecord run, ResourceRecord resource, TableRecord table)
    {
        var statement = Statements.OfRequests(resource).Where(s => Statements.Reads(s, table.Name)).MaxBy(s => s.TotalMillis);
        var told = statement is null ? "" : $" {Evidence.Quote(statement.Text)} ran {Words.Count(statement.Calls, "time")}, {Words.Millis(statement.MeanMillis)} on average.";
        return Measured.Over(run, new Finding(
            "missing-index",
            "A table is read from end to end",
            $"'{table.Name}' of '{resource.Service}' was read whole {Words.Count(table.Scans, "time")}, {Words.Percent(Share(table))} of its reads, "
            + $"about {Words.Count(table.RowsScanned / table.Scans, "row")} each time.{told}",
            "Create an index on what the statement's WHERE, JOIN and ORDER BY name, and see with EXPLAIN that it is used.")
        {
            Meaning = "Each such read costs as much as the table is large: it becomes slower as data grows.",
        });
    }
}
