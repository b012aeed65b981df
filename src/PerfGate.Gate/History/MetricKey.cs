namespace PerfGate.Gate.History;

/// <summary>Which metric of which endpoint.</summary>
/// <param name="Endpoint">The endpoint's name; "all requests" for all of them together.</param>
/// <param name="Method">Its method; null for all of them together.</param>
/// <param name="Metric">One of <see cref="Records.Metrics"/>.</param>
internal readonly record struct MetricKey(string Endpoint, string? Method, string Metric);
