namespace PerfGate.Load.Results;

/// <summary>One endpoint in one second.</summary>
/// <param name="Name">The endpoint's name.</param>
/// <param name="Method">The endpoint's method.</param>
/// <param name="Statistics">What completed in that second.</param>
public sealed record SecondEndpointResult(string Name, string Method, SecondStatistics Statistics);
