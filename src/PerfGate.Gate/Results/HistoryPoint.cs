namespace PerfGate.Gate.Results;

/// <summary>One run in the history of a metric.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Commit">What it measured; null when unknown.</param>
/// <param name="StartedAt">When, UTC.</param>
/// <param name="Value">In the metric's unit.</param>
public sealed record HistoryPoint(string RunId, string? Commit, DateTimeOffset StartedAt, double Value);
