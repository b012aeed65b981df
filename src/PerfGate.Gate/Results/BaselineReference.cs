namespace PerfGate.Gate.Results;

/// <summary>The run that was compared with.</summary>
/// <param name="RunId">Its id.</param>
/// <param name="Commit">Its commit; null when it was made outside git.</param>
/// <param name="Branch">Its branch; null when unknown.</param>
/// <param name="StartedAt">When its load began, UTC.</param>
public sealed record BaselineReference(string RunId, string? Commit, string? Branch, DateTimeOffset StartedAt)
{
    /// <summary>
    /// How many earlier runs the reference of the comparisons is the median of, this being the newest of them; null when this run
    /// alone is the reference.
    /// </summary>
    public int? MedianOf { get; init; }
}
