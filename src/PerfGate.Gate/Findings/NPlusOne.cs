using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Findings;

/// <summary>One small statement runs several times for each request: once for each row of another one, as a rule.</summary>
internal sealed class NPlusOne : IFindingRule
{
    const long FewestRequests = 100;
    const double FewestTimes = 1.5;
    const double MostRows = 2;

    public IEnumerable<Finding> Look(RunRecord run)
    {
        var requests = (double)run.Totals.Requests;
        if (requests < FewestRequests) yield break;
        var often = run.Resources.SelectMany(Statements.OfRequests)
            .Where(s => s.Calls >= requests * FewestTimes && (s.Rows is null || (double)s.Rows / s.Calls <= MostRows))
            .OrderByDescending(s => s.Calls)
            .ToList();
        if (often.Count == 0) yield break;
        var all = run.Resources.SelectMany(Statements.OfRequests).Sum(s => s.Calls);
        var others = often.Count == 1 ? "" : $" So did {Words.Count(often.Count - 1, "more statement")}, such as {Evidence.Number(often[1].Calls / requests)} times {Evidence.Quote(often[1].Text)}.";
        yield return Measured.Over(run, new Finding(
            "n-plus-one",
            "A statement runs many times for each request",
            $"{Evidence.Number(often[0].Calls / requests)} times per request, {Words.Count(often[0].Calls, "call")} in {Words.Count(run.Totals.Requests, "request")}: {Evidence.Quote(often[0].Text)}.{others} "
            + $"All statements on record come to {Evidence.Number(all / requests)} per request.",
            "Ask once for all rows: a JOIN or WHERE id = ANY(...), Include of Entity Framework, joinedload or selectinload of SQLAlchemy.")
        {
            Meaning = "Each row costs a trip to the database (N+1): the time grows with the number of rows, however quick one trip is.",
        });
    }
}
