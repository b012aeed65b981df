namespace PerfGate.Environments.Probes;

/// <summary>A reading and when it was taken.</summary>
/// <param name="Second">Seconds since sampling began.</param>
/// <param name="Reading">What was read.</param>
public sealed record ProbeSample(double Second, ProbeReading Reading);
