using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Criteria;

/// <summary>Fewer of the measured requests fail than a share.</summary>
internal sealed class ErrorRateCriterion : ICriterion
{
    public bool NeedsLimit => true;

    public bool FailsWithLoad => true;

    public string Title(CriterionRecord criterion) => $"Error rate below {Words.Percent(criterion.Limit!.Value)}";

    public Answer Ask(CriterionRecord criterion, RunRecord run) => run.Totals.ErrorRate is not { } rate
        ? Answer.Undecided("No request was measured.")
        : Answer.Either(rate < criterion.Limit, $"{Words.Percent(rate)}: {Words.Count(run.Totals.Failures, "failure")} in {Words.Count(run.Totals.Requests, "request")}.") with { Value = rate };
}
