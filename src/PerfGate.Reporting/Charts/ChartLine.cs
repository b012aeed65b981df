namespace PerfGate.Reporting.Charts;

/// <summary>A line of a chart.</summary>
/// <param name="Name">What it shows, for the legend.</param>
/// <param name="Style">Its class in the style sheet: p50, p95, p99, rate, users, failures, cpu, memory, or line1 to line6.</param>
/// <param name="Values">One value per x of the chart, in the base unit; null is drawn as a gap, never as zero.</param>
public sealed record ChartLine(string Name, string Style, IReadOnlyList<double?> Values);
