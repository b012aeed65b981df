namespace PerfGate.Gate.Results;

/// <summary>A change of level in the history of a metric.</summary>
/// <param name="Index">The first point of the new level.</param>
/// <param name="Before">The level before, in the metric's unit.</param>
/// <param name="After">The level from there on.</param>
/// <param name="P">How often chance alone does that, 0 to 1.</param>
public sealed record HistoryChange(int Index, double Before, double After, double P);
