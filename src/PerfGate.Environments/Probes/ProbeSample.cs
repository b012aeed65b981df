namespace PerfGate.Environments.Probes;

/// <summary>A regular reading.</summary>
/// <param name="Second">When it was due, in seconds since sampling began: the same for all probes.</param>
/// <param name="At">When its numbers were true, on the same clock.</param>
/// <param name="Reading">What was read.</param>
public sealed record ProbeSample(double Second, double At, ProbeReading Reading);
