using MathNet.Numerics;

namespace PerfGate.Statistics;

/// <summary>
/// Exact bounds of a share, such as the rate of false alarms: what the binomial test does not reject (Clopper and Pearson,
/// Biometrika 26, 1934). They hold the truth at least as often as they say, whatever the share, where the shorter
/// <see cref="ProportionInterval.Wilson"/> does so on average only.
/// </summary>
public static class ClopperPearson
{
    /// <summary>Both bounds; null of no trials.</summary>
    /// <param name="hits">How many of the trials had the property; 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">0 to 10 million.</param>
    /// <param name="confidence">How often such intervals hold the true share, such as 0.95.</param>
    public static Interval? Of(long hits, long trials, double confidence)
    {
        Confidence.Check(confidence);
        var tail = (1 - confidence) / 2;
        return Lowest(hits, trials, tail) is { } lower && Highest(hits, trials, tail) is { } upper
            ? new Interval(lower, (double)hits / trials, upper)
            : null;
    }

    /// <summary>The one-sided bound: the true share is at most this; null of no trials. 0 of 60 at 0.95 gives 0.0487.</summary>
    /// <param name="hits">How many of the trials had the property; 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">0 to 10 million.</param>
    /// <param name="confidence">How often such bounds are above the true share, such as 0.95.</param>
    public static double? AtMost(long hits, long trials, double confidence)
    {
        Confidence.Check(confidence);
        return Highest(hits, trials, 1 - confidence);
    }

    /// <summary>The one-sided bound: the true share is at least this; null of no trials.</summary>
    /// <param name="hits">How many of the trials had the property; 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">0 to 10 million.</param>
    /// <param name="confidence">How often such bounds are below the true share, such as 0.95.</param>
    public static double? AtLeast(long hits, long trials, double confidence)
    {
        Confidence.Check(confidence);
        return Lowest(hits, trials, 1 - confidence);
    }

    // The largest share at which so few hits still have a chance of the tail: hits and misses are each other's mirror image.
    static double? Highest(long hits, long trials, double tail) => 1 - Lowest(trials - hits, trials, tail);

    // The smallest share at which so many hits still have a chance of the tail.
    static double? Lowest(long hits, long trials, double tail)
    {
        Check(hits, trials);
        if (trials == 0) return null;
        if (hits == 0) return 0;
        // The ends have a closed form; the root of the rest is found by halving, to the last bit.
        if (hits == trials) return Math.Pow(tail, 1.0 / trials);
        var (low, high) = (0.0, (double)hits / trials);
        for (var step = 0; step < 200 && low < high; step++)
        {
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) break;
            if (BinomialTail(hits, trials, middle) < tail) low = middle;
            else high = middle;
        }

        return low;
    }

    // P(at least so many hits), summed from the largest term down; the share is below hits / trials, so terms only shrink.
    static double BinomialTail(long hits, long trials, double share)
    {
        var odds = share / (1 - share);
        var (term, sum) = (1.0, 1.0);
        for (var k = hits; k < trials && term > 1e-17 * sum; k++)
        {
            term *= (trials - k) / (k + 1.0) * odds;
            sum += term;
        }

        var first = LogChoose(trials, hits) + hits * Math.Log(share) + (trials - hits) * double.LogP1(-share);
        return Math.Exp(first) * sum;
    }

    static double LogChoose(long n, long k) =>
        SpecialFunctions.GammaLn(n + 1.0) - SpecialFunctions.GammaLn(k + 1.0) - SpecialFunctions.GammaLn(n - k + 1.0);

    static void Check(long hits, long trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(trials, 10_000_000);
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, trials);
    }
}
