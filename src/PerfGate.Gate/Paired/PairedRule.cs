using PerfGate.Statistics.Paired;

namespace PerfGate.Gate.Paired;

/// <summary>The numbers behind a paired decision.</summary>
public sealed record PairedRule
{
    /// <summary>The usual ones.</summary>
    public static PairedRule Usual { get; } = new();

    /// <summary>The two looks: error rates, margins, and what counts as no change.</summary>
    public TwoLookRule Looks { get; init; } = TwoLookRule.Usual with { ScreenByCluster = true };

    /// <summary>
    /// How much a median or a 95th percentile may have changed and still count as unchanged, as a ratio minus one. Two starts of the
    /// same build were seen to differ by 5 % in the median (standard deviation) where the CPU per request differed by 1 to 2 %: within
    /// the tolerance of the CPU, equal medians would take an hour to show.
    /// </summary>
    public double ToleranceOfTimes { get; init; } = 0.10;

    /// <summary>The same for a 99th percentile.</summary>
    public double ToleranceOfP99 { get; init; } = 0.20;

    /// <summary>
    /// From how many requests in a slot on an endpoint's median has to be shown to be unchanged for a session to pass. All requests
    /// together always have to be; what has fewer requests can fail a session, but not keep it from passing.
    /// </summary>
    public double FewestForEquality { get; init; } = 800;

    /// <summary>Fewest starts of both systems of the first look that can decide anything.</summary>
    public int FewestStarts { get; init; } = 5;

    /// <summary>
    /// What two sessions of the same build differ by on a metric, as the standard deviation of the logarithm, where no
    /// calibration says.
    /// </summary>
    public double SessionDeviation { get; init; } = 0.01;

    /// <summary>From how many requests in a slot on an endpoint's median takes part in the verdict.</summary>
    public double FewestForP50 { get; init; } = 100;

    /// <summary>From how many requests in a slot on a 95th percentile takes part in the verdict.</summary>
    public double FewestForP95 { get; init; } = 400;

    /// <summary>From how many requests in a slot on a 99th percentile takes part in the verdict.</summary>
    public double FewestForP99 { get; init; } = 5_000;

    /// <summary>From how many requests in a slot on a metric is looked at, although it does not take part in the verdict.</summary>
    public double FewestToShow { get; init; } = 10;

    /// <summary>How often chance alone may make what is only shown stand out, 0 to 1, all of it together: standing out, it keeps a session from passing.</summary>
    public double ShownAlpha { get; init; } = 0.01;

    /// <summary>Fewest rounds of a look that can decide anything.</summary>
    public int FewestRounds { get; init; } = 7;

    /// <summary>An error rate that rises by more than this is a regression, as a difference of rates: half a percentage point.</summary>
    public double ErrorRateMargin { get; init; } = 0.005;

    /// <summary>What counts as no change of a metric, as a ratio minus one.</summary>
    public double ToleranceOf(string metric) => metric switch
    {
        Records.Metrics.P50 or Records.Metrics.P95 => ToleranceOfTimes,
        Records.Metrics.P99 => ToleranceOfP99,
        _ => Looks.EquivalenceMargin,
    };

    /// <summary>From how many requests in a slot on a metric takes part in the verdict.</summary>
    internal double FewestFor(string metric) => metric switch
    {
        Records.Metrics.P50 => FewestForP50,
        Records.Metrics.P95 => FewestForP95,
        Records.Metrics.P99 => FewestForP99,
        _ => 1,
    };
}
