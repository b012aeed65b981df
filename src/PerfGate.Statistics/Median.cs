namespace PerfGate.Statistics;

/// <summary>The value in the middle: half lie below it, half above.</summary>
public static class Median
{
    /// <summary>The middle one, or the mean of the two in the middle.</summary>
    /// <param name="values">At least one.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static double Of(IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var sorted = values.ToArray();
        if (sorted.Length == 0) throw new ArgumentException("Nothing has no median.", nameof(values));
        Array.Sort(sorted);
        return OfSorted(sorted);
    }

    internal static double OfSorted(double[] sorted)
    {
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2;
    }
}
