namespace PerfGate.Gate.Baselines;

/// <summary>A baseline of another fingerprint: it cannot be compared with, and this is why.</summary>
/// <param name="RunId">The run it was made from.</param>
/// <param name="Differences">The parts of the fingerprint that differ, as "name: there, here".</param>
public sealed record OtherBaseline(string RunId, IReadOnlyList<string> Differences);
