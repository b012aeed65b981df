namespace PerfGate.Gate.Paired;

/// <summary>What sessions of the same build differ by, metric by metric, as a calibration found it.</summary>
/// <param name="sessions">The standard deviation of the logarithm between sessions, by the metric's name.</param>
public sealed class PairedNoiseTable(IReadOnlyDictionary<string, double> sessions)
{
    /// <summary>Without a calibration.</summary>
    public static PairedNoiseTable Unknown { get; } = new(new Dictionary<string, double>(StringComparer.Ordinal));

    /// <summary>The deviation of one metric; null when no calibration knows it.</summary>
    public double? Of(string metric) => sessions.TryGetValue(metric, out var known) ? known : null;
}
