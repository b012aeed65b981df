namespace PerfGate.Gate.Suites;

/// <summary>Where a system counts the requests it answered, in the Prometheus text format.</summary>
/// <param name="Path">The path of the metrics page.</param>
/// <param name="Family">The name of the counter; the values of all its label sets are added up.</param>
public sealed record RequestCounter(string Path, string Family);
