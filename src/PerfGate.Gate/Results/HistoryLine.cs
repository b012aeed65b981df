namespace PerfGate.Gate.Results;

/// <summary>One metric of one endpoint over the stored history of its fingerprint, the oldest run first, this run last.</summary>
public sealed record HistoryLine
{
    /// <summary>The endpoint's name; "all requests" for all of them together.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The endpoint's method; null for all of them together.</summary>
    public string? Method { get; init; }

    /// <summary>p50, p95 and cpuPerRequest (microseconds), requestsPerSecond.</summary>
    public required string Metric { get; init; }

    /// <summary>The runs that have the metric; at least two.</summary>
    public required IReadOnlyList<HistoryPoint> Points { get; init; }

    /// <summary>Where the level changed for good, as far as that is beyond doubt.</summary>
    public IReadOnlyList<HistoryChange> Changes { get; init; } = [];

    /// <summary>What a further run of the same build would not fall below, in the metric's unit; null with too short a history.</summary>
    public double? Lower { get; init; }

    /// <summary>What a further run of the same build would not exceed, in the metric's unit; null with too short a history.</summary>
    public double? Upper { get; init; }
}
