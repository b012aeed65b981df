namespace PerfGate.Gate.Records;

/// <summary>One endpoint in one slot; response times in microseconds, null where it had no request.</summary>
/// <param name="Name">The name under which requests are grouped; "all requests" for all of them together.</param>
/// <param name="Method">GET, POST, …; empty for all of them together.</param>
/// <param name="Requests">All requests, failed ones included.</param>
/// <param name="Failures">The failed ones.</param>
/// <param name="P50">Median.</param>
/// <param name="P95">95th percentile.</param>
/// <param name="P99">99th percentile.</param>
public sealed record SlotEndpoint(string Name, string Method, long Requests, long Failures, long? P50, long? P95, long? P99);
