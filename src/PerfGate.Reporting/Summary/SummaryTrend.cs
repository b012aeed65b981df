namespace PerfGate.Reporting.Summary;

/// <summary>Response times over the measured part of a run, in milliseconds, at equal steps without gaps.</summary>
/// <param name="Seconds">The measured time that the steps cover.</param>
/// <param name="P50">Medians.</param>
/// <param name="P95">95th percentiles.</param>
internal sealed record SummaryTrend(double Seconds, IReadOnlyList<double> P50, IReadOnlyList<double> P95);
