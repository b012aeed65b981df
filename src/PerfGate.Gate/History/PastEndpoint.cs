namespace PerfGate.Gate.History;

/// <summary>One endpoint of a stored run in numbers, as <see cref="Records.EndpointRecord"/> names them.</summary>
internal sealed record PastEndpoint
{
    public required string Name { get; init; }

    public required string Method { get; init; }

    public required long Requests { get; init; }

    public required double? RequestsPerSecond { get; init; }

    public required long P50Micros { get; init; }

    public required long P95Micros { get; init; }

    public required long P99Micros { get; init; }
}
