namespace PerfGate.Gate.Paired.Calibrating;

/// <summary>
/// What the calibration sessions of a fingerprint came to: summary.json in its folder. Rates of verdicts with exact bounds, and
/// how noisy each metric is.
/// </summary>
public sealed record Calibration
{
    /// <summary>The version of this shape that this program writes, and the newest it reads.</summary>
    public const int CurrentSchema = 1;

    /// <summary>Nothing known.</summary>
    public static Calibration None { get; } = new() { Fingerprint = "", Machine = new Dictionary<string, string>(StringComparer.Ordinal) };

    /// <summary>The version of the shape.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>The fingerprint of its sessions.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>What the fingerprint is made of, by name.</summary>
    public required IReadOnlyDictionary<string, string> Machine { get; init; }

    /// <summary>Arrivals a second in all of its sessions; null without any.</summary>
    public double? Rate { get; init; }

    /// <summary>What the baseline can do, in requests a second; null when nobody looked.</summary>
    public double? Capacity { get; init; }

    /// <summary>One for each thing that was injected; identical builds first.</summary>
    public IReadOnlyList<CalibratedRate> Rates { get; init; } = [];

    /// <summary>One for each metric.</summary>
    public IReadOnlyList<CalibratedNoise> Metrics { get; init; } = [];

    /// <summary>What a session has to reckon with.</summary>
    internal PairedNoiseTable Noise => new(Metrics
        .Where(m => m is { SessionDeviation: not null, Sessions: >= FewestSessions })
        .ToDictionary(m => m.Metric, m => m.SessionDeviation!.Value, StringComparer.Ordinal));

    /// <summary>From how many sessions on their spread is known well enough to be reckoned with.</summary>
    internal const int FewestSessions = 10;
}
