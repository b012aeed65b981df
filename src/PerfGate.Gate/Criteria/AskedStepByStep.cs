using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Gate.Targets;

namespace PerfGate.Gate.Criteria;

/// <summary>
/// What a search for the breaking load says to a criterion that every system fails when there is load enough. The search goes on
/// until a critical limit of the targets breaks, which may lie far beyond the criterion. That some step was held and does not
/// meet the criterion says how far it holds, which is told, and fails nothing: whether that is far enough says the profile whose
/// load the suite has to bear.
/// </summary>
internal static class AskedStepByStep
{
    /// <summary>The answer.</summary>
    /// <param name="kind">The kind of the criterion.</param>
    /// <param name="criterion">The criterion.</param>
    /// <param name="run">The search, with the requests of what it held; where it held nothing, it is judged as it is.</param>
    public static Answer Of(ICriterion kind, CriterionRecord criterion, RunRecord run)
    {
        var steps = BeforeItBroke.Steps(run);
        var missed = steps.Select((step, at) => (At: at, step.Stage, Answer: kind.Ask(criterion, step.Run))).FirstOrDefault(s => s.Answer.Outcome == Outcome.Failed);
        if (missed.Answer is not { } answer) return kind.Ask(criterion, run);

        var before = missed.At == 0 ? "That is the least load that was tried" : $"{Load(steps[missed.At - 1].Stage)} it does not fail";
        return answer with
        {
            Outcome = Outcome.Undecided,
            Evidence = $"{Load(missed.Stage)} {answer.Evidence} {before}; a search goes on until a critical limit of the targets breaks.",
        };
    }

    static string Load(StageRecord stage) => Words.Load(stage.Rate, stage.Users);
}
