namespace PerfGate.Load.Results;

/// <summary>One request that took long.</summary>
/// <param name="Completed">When it completed, after the start of load.</param>
/// <param name="Endpoint">The endpoint's name.</param>
/// <param name="Method">The endpoint's method.</param>
/// <param name="Status">The HTTP status; 0 when no complete reply arrived.</param>
/// <param name="Bytes">Body bytes received.</param>
/// <param name="ResponseTime">Its response time.</param>
/// <param name="Failed">Whether it counts as failed.</param>
public sealed record SlowRequest(
    TimeSpan Completed, string Endpoint, string Method, int Status, long Bytes, TimeSpan ResponseTime, bool Failed);
