namespace PerfGate.Environments.Probes;

/// <summary>The samples of one service, in order.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Samples">At least the one taken when sampling began.</param>
public sealed record ServiceSamples(string Service, IReadOnlyList<ProbeSample> Samples)
{
    /// <summary>The largest memory seen, in bytes; null when none was read.</summary>
    public long? PeakMemoryBytes => Samples.Max(sample => sample.Reading.MemoryBytes);

    /// <summary>
    /// CPU time per wall time since the sample before, in processors (1 is one processor busy): one for each sample, the
    /// first null, and null wherever either end was not read.
    /// </summary>
    public IReadOnlyList<double?> CpuShares() =>
        Samples.Count == 0 ? [] : [null, .. Samples.Zip(Samples.Skip(1), (before, now) =>
            now.Second > before.Second
                ? (now.Reading.CpuSeconds - before.Reading.CpuSeconds) / (now.Second - before.Second)
                : null)];
}
