namespace PerfGate.Environments.Probes;

/// <summary>What a probe read at one moment. Null is "could not be read", and never zero.</summary>
/// <param name="Values">One number for each metric of the probe, in their order; empty when nothing could be read.</param>
public sealed record ProbeReading(IReadOnlyList<double?> Values)
{
    /// <summary>
    /// Another one whenever what is read began anew, such as a container that was started again: what grew in two lives is
    /// never subtracted.
    /// </summary>
    public string? Life { get; init; }

    /// <summary>How long ago the numbers were true.</summary>
    public TimeSpan Age { get; init; }

    /// <summary>Why something is missing, as a sentence; null when all was read.</summary>
    public string? Problem { get; init; }

    /// <summary>Nothing could be read.</summary>
    /// <param name="problem">Why, as a sentence.</param>
    public static ProbeReading Nothing(string problem) => new([]) { Problem = problem };

    /// <summary>The number of the metric at that place; null when it was not read.</summary>
    public double? Value(int metric) => metric >= 0 && metric < Values.Count ? Values[metric] : null;

    /// <summary>
    /// By how much it grew since an earlier reading; null when either was not read, or when it began anew in between.
    /// </summary>
    public double? Increase(ProbeReading earlier, int metric) =>
        Life == earlier.Life && Value(metric) - earlier.Value(metric) is >= 0 and var increase ? increase : null;
}
