namespace PerfGate.Statistics.Paired;

/// <summary>What the first look says of one metric.</summary>
/// <param name="Metric">Its name.</param>
/// <param name="Rounds">How many rounds have it.</param>
/// <param name="Change">The change as a logarithm; null when no round has the metric.</param>
/// <param name="Equivalence">Whether the change is shown to be small; null when there are too few rounds to show it.</param>
/// <param name="PSlower">Adjusted over all metrics, one-sided; null when no round has the metric.</param>
/// <param name="PFaster">The mirror image.</param>
/// <param name="Flag">Where it seems to have moved; null when nowhere, which does not mean that it stayed.</param>
public sealed record ScreenedMetric(
    string Metric, int Rounds, double? Change, Equivalence? Equivalence, double? PSlower, double? PFaster, Direction? Flag);
