namespace PerfGate.Reporting.Charts;

/// <summary>A point of a line; without a y it is a gap.</summary>
internal readonly record struct ChartPoint(double X, double? Y);
