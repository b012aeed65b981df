namespace PerfGate.Gate.Results;

/// <summary>A success criterion and whether the run meets it.</summary>
/// <param name="Kind">Which: one of <see cref="Records.CriterionKinds"/>.</param>
/// <param name="Title">It in a few words, its limit included, such as "p95 of 6 critical endpoints below 500 ms".</param>
/// <param name="Outcome">Whether it is met, is not, or cannot be told.</param>
/// <param name="Evidence">The numbers behind it, or what was missing to tell; one or two sentences.</param>
public sealed record CriterionResult(string Kind, string Title, Outcome Outcome, string Evidence)
{
    /// <summary>What was measured, in the unit of its limit; null when nothing was.</summary>
    public double? Value { get; init; }

    /// <summary>Its limit; null where the kind has none.</summary>
    public double? Limit { get; init; }
}
