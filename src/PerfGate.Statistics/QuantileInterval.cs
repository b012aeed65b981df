using MathNet.Numerics;

namespace PerfGate.Statistics;

/// <summary>
/// How well a sample knows a quantile, whatever the distribution: the number of values below the true quantile is
/// binomial, so two order statistics enclose it (David and Nagaraja, Order Statistics, 3rd ed., section 7.1).
/// </summary>
/// <remarks>It takes the values as independent, which requests of one run are not quite: see <see cref="RatioInterval"/>.</remarks>
public static class QuantileInterval
{
    // Up to here the continued fraction behind the incomplete beta function converges; above, the normal limit is exact enough.
    const long MostExact = 5_000;

    /// <summary>The interval of a quantile in microseconds; null when there are too few values to have one.</summary>
    /// <param name="histogram">The values.</param>
    /// <param name="quantile">Between 0 and 1, both excluded.</param>
    /// <param name="confidence">How often such intervals hold the true value, such as 0.9.</param>
    public static Interval? Of(HdrHistogram histogram, double quantile, double confidence)
    {
        ArgumentNullException.ThrowIfNull(histogram);
        var count = histogram.Count;
        if (Ranks(count, quantile, confidence) is not var (lower, upper)) return null;
        return new Interval(histogram.ValueAtRank(lower), histogram.QuantileMicros(quantile), histogram.ValueAtRank(upper));
    }

    /// <summary>How many values it takes for the interval of a quantile to exist.</summary>
    /// <param name="quantile">Between 0 and 1, both excluded.</param>
    /// <param name="confidence">How often such intervals hold the true value, such as 0.9.</param>
    public static long SmallestCount(double quantile, double confidence)
    {
        Check(quantile, confidence);
        var rarer = Math.Max(quantile, 1 - quantile);
        return (long)Math.Ceiling(Math.Log((1 - confidence) / 2) / Math.Log(rarer));
    }

    /// <summary>The ranks (from 1) of the two values that enclose a quantile; null when the sample does not reach that far.</summary>
    internal static (long Lower, long Upper)? Ranks(long count, double quantile, double confidence)
    {
        Check(quantile, confidence);
        if (count < SmallestCount(quantile, confidence)) return null;
        var tail = (1 - confidence) / 2;
        var (lower, upper) = count <= MostExact
            ? (FewestBelow(count, quantile, tail, beyond: true), FewestBelow(count, quantile, 1 - tail, beyond: false) + 1)
            : Normal(count, quantile, confidence);
        return (Math.Clamp(lower, 1, count), Math.Clamp(upper, 1, count));
    }

    // The smallest k for which P(at most k values lie below the quantile) exceeds, or reaches, a probability.
    static long FewestBelow(long count, double quantile, double probability, bool beyond)
    {
        var (low, high) = (0L, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var reached = AtMost(middle, count, quantile);
            if (beyond ? reached > probability : reached >= probability) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    static double AtMost(long k, long count, double quantile) =>
        k >= count ? 1 : SpecialFunctions.BetaRegularized(count - k, k + 1, 1 - quantile);

    static (long Lower, long Upper) Normal(long count, double quantile, double confidence)
    {
        var spread = Confidence.Deviations(confidence) * Math.Sqrt(count * quantile * (1 - quantile));
        var middle = count * quantile + 0.5; // half a rank, as the ranks stand for a continuous distribution here
        return ((long)Math.Floor(middle - spread), (long)Math.Ceiling(middle + spread));
    }

    static void Check(double quantile, double confidence)
    {
        if (!(quantile is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(quantile), quantile, "This quantile lies between 0 and 1, both excluded.");
        Confidence.Check(confidence);
    }
}
