namespace PerfGate.Environments.Leftovers;

/// <summary>What was found, or removed, of runs that were killed.</summary>
/// <param name="Items">Each thing; empty when there is nothing.</param>
/// <param name="Notes">Where could not be looked, and what was left alone, as sentences.</param>
public sealed record LeftoverReport(IReadOnlyList<Leftover> Items, IReadOnlyList<string> Notes);
