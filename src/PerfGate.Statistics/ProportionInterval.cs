namespace PerfGate.Statistics;

/// <summary>A share such as an error rate, and the difference of two.</summary>
public static class ProportionInterval
{
    /// <summary>
    /// The score interval of a share, sensible for 0 of n too (Wilson, Journal of the American Statistical Association 22, 1927).
    /// </summary>
    /// <param name="hits">How many of the trials had the property; 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">At least 1.</param>
    /// <param name="confidence">How often such intervals hold the true share, such as 0.9.</param>
    public static Interval Wilson(long hits, long trials, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, trials);
        var z = Confidence.Deviations(confidence);
        double n = trials;
        var share = hits / n;
        var centre = (hits + z * z / 2) / (n + z * z);
        var half = z / (n + z * z) * Math.Sqrt(hits * (1 - share) + z * z / 4);
        // At the two ends the formula touches 0 and 1 but for rounding.
        var lower = hits == 0 ? 0 : Math.Max(0, centre - half);
        var upper = hits == trials ? 1 : Math.Min(1, centre + half);
        return new Interval(Math.Min(lower, share), share, Math.Max(upper, share));
    }

    /// <summary>
    /// First share minus second, from the Wilson intervals of both (Newcombe, Statistics in Medicine 17, 1998, method 10).
    /// </summary>
    /// <param name="first">A Wilson interval.</param>
    /// <param name="second">Another, of an independent sample and the same confidence.</param>
    public static Interval Difference(Interval first, Interval second)
    {
        var difference = first.Estimate - second.Estimate;
        var below = Math.Sqrt(Square(first.Estimate - first.Lower) + Square(second.Upper - second.Estimate));
        var above = Math.Sqrt(Square(first.Upper - first.Estimate) + Square(second.Estimate - second.Lower));
        return new Interval(difference - below, difference, difference + above);
    }

    static double Square(double x) => x * x;
}
