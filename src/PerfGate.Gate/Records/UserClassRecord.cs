namespace PerfGate.Gate.Records;

/// <summary>One kind of user in a run.</summary>
/// <param name="Name">The class's name.</param>
/// <param name="PeakUsers">The most that ran at the same time.</param>
/// <param name="Tasks">How often each task was run, warm-up included.</param>
public sealed record UserClassRecord(string Name, int PeakUsers, IReadOnlyDictionary<string, long> Tasks)
{
    /// <summary>The weight of each task; empty in a record that did not keep them.</summary>
    public IReadOnlyDictionary<string, int> Weights { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);
}
