using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>A statement is slow, or takes most of the time of its store.</summary>
internal sealed class SlowStatement : IFindingRule
{
    const long FewestCalls = 10;
    const double SlowMillis = 50;

    const double Most = 0.5;
    const double WorthwhileMillis = 10;

    // The most costly statement of a store that hardly had anything to do is nobody's concern.
    const double OfTheTime = 0.01;

    public IEnumerable<Finding> Look(RunRecord run) =>
        from resource in run.Resources
        let all = (resource.Statements ?? []).Sum(s => s.TotalMillis)
        from statement in resource.Statements ?? []
        where (statement.MeanMillis >= SlowMillis && statement.Calls >= FewestCalls)
            || (statement.MeanMillis >= WorthwhileMillis && statement.TotalMillis >= all * Most && statement.TotalMillis >= run.Totals.Seconds * 1000 * OfTheTime)
        where !statement.Text.Contains("/* perfgate */", StringComparison.Ordinal)
        orderby statement.TotalMillis descending
        select Found(run, resource, statement, all);

    static Finding Found(RunRecord run, ResourceRecord resource, StatementRecord statement, double all)
    {
        var blocks = statement.Blocks is { } touched && statement.Calls > 0 ? $", touching {Words.Count(touched / statement.Calls, "block")} each time" : "";
        return Measured.Over(run, new Finding(
            "slow-statement",
            "A statement is slow",
            $"{Evidence.Quote(statement.Text)} took {Words.Millis(statement.MeanMillis)} on average in {Words.Count(statement.Calls, "call")}{blocks}: "
            + $"{Words.Percent(all > 0 ? statement.TotalMillis / all : 1)} of the time that '{resource.Service}' spent in its most costly statements.",
            statement.Text.TrimStart().StartsWith("COMMIT", StringComparison.OrdinalIgnoreCase)
                ? "A commit waits for the disk: use a faster one, or commit less often."
                : "See with EXPLAIN (ANALYZE, BUFFERS) where its time goes: an index that is missing, rows that nobody needs, a lock that it waits for.")
        {
            Meaning = "A request that needs it cannot be quicker than it is, and holds a connection for as long.",
        });
    }
}
