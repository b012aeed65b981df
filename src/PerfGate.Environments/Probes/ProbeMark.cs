namespace PerfGate.Environments.Probes;

/// <summary>All services at one moment, such as the border of a stage.</summary>
/// <param name="Name">What happened then.</param>
/// <param name="Second">Seconds since sampling began.</param>
/// <param name="Readings">What was read, by service.</param>
public sealed record ProbeMark(string Name, double Second, IReadOnlyDictionary<string, ProbeReading> Readings)
{
    /// <summary>CPU seconds that a service used since an earlier mark; null when either end was not read.</summary>
    public double? CpuSecondsSince(ProbeMark earlier, string service) =>
        Readings.GetValueOrDefault(service)?.CpuSeconds - earlier.Readings.GetValueOrDefault(service)?.CpuSeconds;
}
