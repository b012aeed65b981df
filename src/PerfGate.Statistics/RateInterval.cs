namespace PerfGate.Statistics;

/// <summary>
/// How well a count in a span of time knows the rate behind it, taking the count as Poisson: Byar's closed form of the exact
/// limits (Breslow and Day, Statistical Methods in Cancer Research II, 1987, equation 2.13), good from a count of 1.
/// </summary>
public static class RateInterval
{
    /// <summary>Events per second.</summary>
    /// <param name="count">How many events; at least 1, as a rate of nothing has no ratio to anything.</param>
    /// <param name="seconds">In how many seconds; above zero.</param>
    /// <param name="confidence">How often such intervals hold the true rate, such as 0.9.</param>
    public static Interval Of(long count, double seconds, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seconds);
        var z = Confidence.Deviations(confidence);
        return new Interval(Limit(count, -z) / seconds, count / seconds, Limit(count + 1.0, z) / seconds);
    }

    static double Limit(double count, double z) => count * Math.Pow(Math.Max(0, 1 - 1 / (9 * count) + z / (3 * Math.Sqrt(count))), 3);
}
