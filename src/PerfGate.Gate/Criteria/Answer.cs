using PerfGate.Gate.Results;

namespace PerfGate.Gate.Criteria;

/// <summary>What a run says to a criterion, or one service of it.</summary>
/// <param name="Outcome">Whether it is met.</param>
/// <param name="Evidence">The numbers behind it, or what was missing; a sentence.</param>
internal sealed record Answer(Outcome Outcome, string Evidence)
{
    /// <summary>What was measured, in the unit of the criterion's limit; null when nothing was.</summary>
    public double? Value { get; init; }

    /// <summary>The limit that it was held against, where that is another one than the criterion's own; else null.</summary>
    public double? Limit { get; init; }

    public static Answer Passed(string evidence) => new(Outcome.Passed, evidence);

    public static Answer Failed(string evidence) => new(Outcome.Failed, evidence);

    public static Answer Undecided(string evidence) => new(Outcome.Undecided, evidence);

    /// <summary>Passed or failed.</summary>
    public static Answer Either(bool passed, string evidence) => new(passed ? Outcome.Passed : Outcome.Failed, evidence);

    /// <summary>
    /// One answer for several services: one that fails decides, then one that cannot be told; the sentences are of those that
    /// decide, the value is the worst of theirs.
    /// </summary>
    /// <param name="parts">At least one.</param>
    public static Answer Of(IReadOnlyCollection<Answer> parts)
    {
        var outcome = parts.Any(p => p.Outcome == Outcome.Failed) ? Outcome.Failed
            : parts.Any(p => p.Outcome == Outcome.Undecided) ? Outcome.Undecided
            : Outcome.Passed;
        var deciding = parts.Where(p => p.Outcome == outcome).ToList();
        var worst = deciding.MaxBy(p => p.Value / (p.Limit ?? 1));
        return new Answer(outcome, string.Join(' ', deciding.Select(p => p.Evidence))) { Value = worst?.Value, Limit = worst?.Limit };
    }
}
