namespace PerfGate.Reporting.Tests.Samples;

/// <summary>How an endpoint of the sample behaves.</summary>
/// <param name="Weight">Its share among all requests.</param>
/// <param name="MedianMicros">Its median response time.</param>
/// <param name="Spread">Sigma of the logarithm.</param>
public sealed record SampleEndpoint(string Method, string Name, double Weight, double MedianMicros, double Spread);
