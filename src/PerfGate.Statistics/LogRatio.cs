namespace PerfGate.Statistics;

/// <summary>
/// A change as the natural logarithm of candidate over baseline: 0 is none, and swapping the sides only turns the sign. For
/// small changes it is the change itself: +5 % is 0.0488.
/// </summary>
public static class LogRatio
{
    /// <summary>ln(candidate / baseline), without unit; null when either side was not measured.</summary>
    /// <param name="baseline">Above zero and finite, in any unit.</param>
    /// <param name="candidate">Above zero and finite, in the same unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is there, but is zero, negative or not finite.</exception>
    public static double? Of(double? baseline, double? candidate)
    {
        Check(baseline, nameof(baseline));
        Check(candidate, nameof(candidate));
        return baseline is { } below && candidate is { } above ? Math.Log(above) - Math.Log(below) : null;
    }

    /// <summary>From a ratio minus one: 0.05, which is +5 %, gives 0.0488.</summary>
    /// <param name="change">Above -1.</param>
    public static double OfChange(double change)
    {
        if (!(change > -1 && double.IsFinite(change)))
            throw new ArgumentOutOfRangeException(nameof(change), change, "A change lies above -1: nothing shrinks by more than all of it.");
        return double.LogP1(change);
    }

    /// <summary>The ratio minus one: 0.0488 gives 0.05, which is +5 %.</summary>
    public static double ToChange(double logRatio) => double.ExpM1(logRatio);

    /// <summary>Every number of the interval as a ratio minus one.</summary>
    public static Interval ToChange(Interval logRatio) =>
        new(ToChange(logRatio.Lower), ToChange(logRatio.Estimate), ToChange(logRatio.Upper));

    static void Check(double? side, string name)
    {
        if (side is { } value && !(value > 0 && double.IsFinite(value)))
            throw new ArgumentOutOfRangeException(name, value, "A side of a ratio is above zero and finite; what was not measured is null.");
    }
}
