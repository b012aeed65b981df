using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Criteria;

/// <summary>
/// Holds a run against its success criteria. Each is met, is not, or cannot be told, because the run was too short or
/// something was not measured; that never counts as met.
/// </summary>
internal static class CriteriaJudge
{
    static readonly Dictionary<string, ICriterion> Kinds = new(StringComparer.Ordinal)
    {
        [CriterionKinds.ErrorRate] = new ErrorRateCriterion(),
        [CriterionKinds.P95] = new P95Criterion(),
        [CriterionKinds.ConcurrentUsers] = new ConcurrentUsersCriterion(),
        [CriterionKinds.NoMemoryLeak] = new MemoryLeakCriterion(),
        [CriterionKinds.StableConnections] = new ConnectionsCriterion(),
        [CriterionKinds.NoCrashes] = new CrashesCriterion(),
    };

    /// <summary>One result per criterion of the run, in their order.</summary>
    public static IReadOnlyList<CriterionResult> Judge(RunRecord run) => [.. run.Criteria.Select(criterion => Judge(criterion, run))];

    static CriterionResult Judge(CriterionRecord criterion, RunRecord run)
    {
        // A record may come from a newer version, or from somebody's editor.
        if (!Kinds.TryGetValue(criterion.Kind, out var kind))
            return new CriterionResult(criterion.Kind, criterion.Kind, Outcome.Undecided, "This version does not know that kind of criterion.") { Limit = criterion.Limit };
        if (criterion.Limit is null && kind.NeedsLimit)
            return new CriterionResult(criterion.Kind, criterion.Kind, Outcome.Undecided, "The record of the run has no limit for it.");

        var answer = run.UntilItBreaks && kind.FailsWithLoad ? AskedStepByStep.Of(kind, criterion, run) : kind.Ask(criterion, run);
        return new CriterionResult(criterion.Kind, kind.Title(criterion), answer.Outcome, answer.Evidence)
        {
            Value = answer.Value,
            Limit = answer.Limit ?? criterion.Limit,
        };
    }
}
