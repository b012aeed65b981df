namespace PerfGate.Gate.Recording;

/// <summary>Whose requests, and how many.</summary>
internal sealed record EndpointCounts(string Name, string Method, long Requests, long Failures, long BytesReceived);
