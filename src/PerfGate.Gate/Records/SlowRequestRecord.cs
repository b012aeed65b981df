namespace PerfGate.Gate.Records;

/// <summary>One request that took long.</summary>
/// <param name="Second">When it completed, seconds after the start of load.</param>
/// <param name="Endpoint">The endpoint's name.</param>
/// <param name="Method">The endpoint's method.</param>
/// <param name="Status">The HTTP status; 0 when no complete reply arrived.</param>
/// <param name="Bytes">Body bytes received.</param>
/// <param name="ResponseMicros">Its response time, microseconds.</param>
/// <param name="Failed">Whether it counts as failed.</param>
public sealed record SlowRequestRecord(
    double Second, string Endpoint, string Method, int Status, long Bytes, long ResponseMicros, bool Failed);
