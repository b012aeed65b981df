namespace PerfGate.Gate.Results;

/// <summary>A limit and how the run did against it.</summary>
public sealed record TargetResult
{
    /// <summary>The endpoint's name; "all requests" for all of them together.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The endpoint's method; null for all methods of the name together.</summary>
    public string? Method { get; init; }

    /// <summary>p50, p95, p99 (milliseconds), errorRate (0 to 1), requestsPerSecond, concurrentUsers.</summary>
    public required string Metric { get; init; }

    /// <summary>The run's value in the metric's unit; null when there was nothing to measure it from.</summary>
    public double? Value { get; init; }

    /// <summary>Why there is no value, as a sentence; null when there is one, and in a result that did not keep it.</summary>
    public string? Note { get; init; }

    /// <summary>The tier reached; null when there is no value.</summary>
    public Tier? Tier { get; init; }

    /// <summary>The limit of the tier target.</summary>
    public required double Target { get; init; }

    /// <summary>The limit of the tier acceptable.</summary>
    public required double Acceptable { get; init; }

    /// <summary>The limit beyond which the gate fails.</summary>
    public required double Critical { get; init; }

    /// <summary>What it is of: "POST /notes" for one endpoint, "/notes" for all methods of a name together.</summary>
    public string Subject() => Method is { Length: > 0 } ? $"{Method} {Endpoint}" : Endpoint;
}
