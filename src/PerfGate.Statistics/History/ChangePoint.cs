namespace PerfGate.Statistics.History;

/// <summary>Where a series became another one.</summary>
/// <param name="Index">The first value of the new stretch, from 0.</param>
/// <param name="Before">The median from the change point before, or the start, up to here.</param>
/// <param name="After">The median from here to the next change point, or the end.</param>
/// <param name="P">The chance of so clear a split in a series that is shuffled within the stretches found so far.</param>
public sealed record ChangePoint(int Index, double Before, double After, double P);
