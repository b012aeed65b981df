namespace PerfGate.Load.Results;

/// <summary>Failed requests of one endpoint that failed for one reason.</summary>
/// <param name="Endpoint">The endpoint's name.</param>
/// <param name="Method">The endpoint's method.</param>
/// <param name="Reason">Why, in words: "expected 200, got 503", "connection refused".</param>
/// <param name="Count">How many in measured stages.</param>
/// <param name="WarmUpCount">How many in warm-up stages.</param>
/// <param name="First">When the first one was seen, after the start of load.</param>
/// <param name="Last">When the last one was seen, after the start of load.</param>
public sealed record FailureGroup(
    string Endpoint, string Method, string Reason, long Count, long WarmUpCount, TimeSpan First, TimeSpan Last);
