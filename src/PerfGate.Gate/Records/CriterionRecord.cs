namespace PerfGate.Gate.Records;

/// <summary>Something that has to be true of a run for it to count as a success, as the suite said it when the run was made.</summary>
/// <param name="Kind">What: one of <see cref="CriterionKinds"/>.</param>
public sealed record CriterionRecord(string Kind)
{
    /// <summary>
    /// The limit, in the unit of its kind: 0 to 1 for error-rate, milliseconds for p95, users for concurrent-users, and for
    /// no-memory-leak the growth in 30 minutes as a share of the memory used; null where the kind has none.
    /// </summary>
    public double? Limit { get; init; }

    /// <summary>The endpoints it holds for, by name; empty: all of them.</summary>
    public IReadOnlyList<string> Endpoints { get; init; } = [];

    /// <summary>The methods of <see cref="Endpoints"/>, one for each of them in the same order; empty: all methods of a name together.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];
}
