using PerfGate.Gate.Records;

namespace PerfGate.Gate.Recording;

/// <summary>Whose requests, how many, and with which statuses; null where those were not kept.</summary>
internal sealed record EndpointCounts(string Name, string Method, long Requests, long Failures, long BytesReceived, IReadOnlyList<StatusCount>? Statuses);
