namespace PerfGate.Gate.Paired.Calibrating;

/// <summary>How noisy a metric is on identical builds, as standard deviations of the logarithm (0.01 is about 1 %).</summary>
/// <param name="Metric">The metric and its endpoint, "p95 of GET /x".</param>
/// <param name="Sessions">Sessions that it was seen in.</param>
/// <param name="RoundDeviation">Of a round's ratio around its session's.</param>
/// <param name="SessionDeviation">Of a session's ratio around none, beyond what its rounds explain; null with fewer than two sessions.</param>
public sealed record CalibratedNoise(string Metric, int Sessions, double RoundDeviation, double? SessionDeviation);
