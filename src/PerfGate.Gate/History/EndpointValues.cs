namespace PerfGate.Gate.History;

/// <summary>One endpoint of a run in numbers; times in microseconds.</summary>
internal sealed record EndpointValues(long Requests, double P50, double P95, double P99, double? RequestsPerSecond);
