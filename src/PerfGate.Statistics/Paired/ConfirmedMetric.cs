namespace PerfGate.Statistics.Paired;

/// <summary>What the second look says of a metric that the first one flagged.</summary>
/// <param name="Metric">Its name.</param>
/// <param name="Flag">Where the first look saw it move.</param>
/// <param name="Rounds">How many of the new rounds have it.</param>
/// <param name="Change">The change in the new rounds, as a logarithm; null when no round has the metric.</param>
/// <param name="Equivalence">Whether the change in the new rounds is shown to be small; null when there are too few rounds.</param>
/// <param name="Margin">What it has to be beyond, as a logarithm, above zero whichever the direction.</param>
/// <param name="P">Of a change no larger than the margin, adjusted over the flagged metrics; null when no round has the metric.</param>
/// <param name="Confirmed">Whether it moved, by more than the margin.</param>
public sealed record ConfirmedMetric(
    string Metric, Direction Flag, int Rounds, double? Change, Equivalence? Equivalence, double Margin, double? P, bool Confirmed);
