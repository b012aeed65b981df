namespace PerfGate.Statistics;

/// <summary>
/// The ratio of two independent positive quantities, each known by an interval of its own: MOVER, the method of variance
/// estimates recovery, on the logarithms (Zou and Donner, Statistics in Medicine 27, 2008).
/// </summary>
public static class RatioInterval
{
    /// <summary>Candidate over baseline; 1 is no change.</summary>
    /// <param name="candidate">The numerator; all of it above zero.</param>
    /// <param name="baseline">The denominator; all of it above zero.</param>
    /// <param name="confidence">The confidence that both intervals have, and so the result.</param>
    /// <param name="sessionDeviation">
    /// What two sessions of the same build differ by, as the standard deviation of the logarithm, once per side (0.05 is
    /// about 5 %): no number of requests in one session can see that.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A side is not wholly above zero, or the deviation is negative.</exception>
    public static Interval Of(Interval candidate, Interval baseline, double confidence, double sessionDeviation = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(candidate.Lower, nameof(candidate));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(baseline.Lower, nameof(baseline));
        ArgumentOutOfRangeException.ThrowIfNegative(sessionDeviation);
        var session = 2 * Square(Confidence.Deviations(confidence) * sessionDeviation);
        var below = Math.Sqrt(Square(Below(candidate)) + Square(Above(baseline)) + session);
        var above = Math.Sqrt(Square(Above(candidate)) + Square(Below(baseline)) + session);
        var ratio = candidate.Estimate / baseline.Estimate;
        return new Interval(ratio * Math.Exp(-below), ratio, ratio * Math.Exp(above));
    }

    static double Below(Interval side) => Math.Log(side.Estimate / side.Lower);

    static double Above(Interval side) => Math.Log(side.Upper / side.Estimate);

    static double Square(double x) => x * x;
}
