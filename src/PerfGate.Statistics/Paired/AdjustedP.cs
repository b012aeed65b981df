namespace PerfGate.Statistics.Paired;

/// <summary>What a joint test says of one metric.</summary>
/// <param name="Metric">Its name.</param>
/// <param name="Rounds">How many rounds have it.</param>
/// <param name="Statistic">In standard deviations of its own flips; null when no round has the metric.</param>
/// <param name="P">
/// The chance to see so much in any of the metrics when nothing is slower, 0 to 1; null when no round has the metric: it was
/// not tested.
/// </param>
public sealed record AdjustedP(string Metric, int Rounds, double? Statistic, double? P);
