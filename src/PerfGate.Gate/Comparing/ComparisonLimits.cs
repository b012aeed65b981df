using PerfGate.Gate.Records;

namespace PerfGate.Gate.Comparing;

/// <summary>The numbers behind a comparison with a stored baseline.</summary>
public sealed record ComparisonLimits
{
    /// <summary>The usual ones.</summary>
    public static ComparisonLimits Default { get; } = new();

    /// <summary>The two-sided confidence of every interval. Both ends inside the tolerance is then two one-sided tests at 5 %.</summary>
    public double Confidence { get; init; } = 0.90;

    /// <summary>A change whose interval lies within plus and minus this is no change, as a ratio minus one.</summary>
    public double Tolerance { get; init; } = 0.05;

    /// <summary>The same for error rates, as a difference of rates: half a percentage point.</summary>
    public double ErrorRateTolerance { get; init; } = 0.005;

    /// <summary>
    /// What two sessions of the same build differ by on one metric, as the standard deviation of the logarithm, once per
    /// side. The value holds until a history of sessions says what it is here: sessions of identical builds on a shared machine
    /// were seen to differ by more than 10 % at the median in 17 % of comparisons.
    /// </summary>
    public double SessionDeviation { get; init; } = 0.05;

    /// <summary>
    /// From how many earlier sessions on they say themselves what sessions differ by, and <see cref="SessionDeviation"/> is not
    /// asked any more: with fewer a standard deviation is hardly known.
    /// </summary>
    public int FewestSessions { get; init; } = 8;

    /// <summary>The chance that a run of the same build stands out among its sessions, of all judged metrics and both sides together.</summary>
    public double FalseAlarms { get; init; } = 0.05;

    /// <summary>From how many requests on each side p50 takes part in the verdict: with fewer its interval alone is wider than ±15 % or so.</summary>
    public long FewestForP50 { get; init; } = 100;

    /// <summary>The same for p95: twenty requests lie beyond it then.</summary>
    public long FewestForP95 { get; init; } = 400;

    /// <summary>The same for p99: fifty requests lie beyond it then.</summary>
    public long FewestForP99 { get; init; } = 5_000;

    /// <summary>The same for any metric; 0 for one that needs no number of its own.</summary>
    internal long Fewest(string metric) => metric switch
    {
        Metrics.P50 => FewestForP50,
        Metrics.P95 => FewestForP95,
        Metrics.P99 => FewestForP99,
        _ => 0,
    };
}
