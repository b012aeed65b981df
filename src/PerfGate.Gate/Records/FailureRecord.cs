namespace PerfGate.Gate.Records;

/// <summary>Failed requests of one endpoint for one reason.</summary>
/// <param name="Endpoint">The endpoint's name.</param>
/// <param name="Method">The endpoint's method.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Count">How many in measured stages.</param>
/// <param name="WarmUpCount">How many in warm-up stages.</param>
/// <param name="FirstSeconds">First seen, seconds after the start of load.</param>
/// <param name="LastSeconds">Last seen, seconds after the start of load.</param>
public sealed record FailureRecord(
    string Endpoint, string Method, string Reason, long Count, long WarmUpCount, double FirstSeconds, double LastSeconds);
