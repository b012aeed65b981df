namespace PerfGate.Statistics;

/// <summary>
/// A straight line through points that a few wild ones do not bend: its slope is the median of the slopes between all pairs
/// (Theil, Indagationes Mathematicae 12, 1950), and its interval comes from Kendall's test, ties allowed for (Sen, Journal of
/// the American Statistical Association 63, 1968, equation 2.6).
/// </summary>
/// <remarks>It takes the points as independent around the line; of a series that remembers itself, give it medians of spans.</remarks>
public sealed record TheilSen
{
    // Fewer do not tell a line from noise at all.
    const int FewestPlaces = 3;

    TheilSen(Interval slope, double intercept) => (Slope, Intercept) = (slope, intercept);

    /// <summary>How much y grows when x grows by one.</summary>
    public Interval Slope { get; }

    /// <summary>y at x = 0: the median of what the slope leaves of each point.</summary>
    public double Intercept { get; }

    /// <summary>The line; null when there are fewer than three different x, or too few points for an interval of that confidence.</summary>
    /// <param name="x">Finite; in any order.</param>
    /// <param name="y">As many as there are x, finite.</param>
    /// <param name="confidence">How often such intervals hold the true slope, such as 0.95: that takes five points.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a number is not finite.</exception>
    public static TheilSen? Of(IReadOnlyList<double> x, IReadOnlyList<double> y, double confidence)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Count != y.Count) throw new ArgumentException($"Every x has a y, but these are {x.Count} and {y.Count}.", nameof(y));
        if (!x.Concat(y).All(double.IsFinite)) throw new ArgumentException("A line goes through finite points only.", nameof(y));
        var deviations = Confidence.Deviations(confidence);
        if (x.Distinct().Count() < FewestPlaces) return null;

        var slopes = Slopes(x, y);
        var spread = deviations * KendallDeviation(x, y);
        var (lower, upper) = ((int)Math.Round((slopes.Length - spread) / 2), (int)Math.Round((slopes.Length + spread) / 2) + 1);
        if (lower < 1 || upper > slopes.Length) return null;
        var slope = new Interval(slopes[lower - 1], Median.OfSorted(slopes), slopes[upper - 1]);
        return new TheilSen(slope, Median.Of(x.Zip(y, (at, value) => value - slope.Estimate * at)));
    }

    // Pairs at the same x have no slope.
    static double[] Slopes(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        var slopes = new List<double>(x.Count * (x.Count - 1) / 2);
        for (var i = 0; i < x.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (x[i] != x[j]) slopes.Add((y[i] - y[j]) / (x[i] - x[j]));
            }
        }

        slopes.Sort();
        return [.. slopes];
    }

    static double KendallDeviation(IReadOnlyList<double> x, IReadOnlyList<double> y) =>
        Math.Sqrt(Math.Max(0, Term(x.Count) - Ties(x) - Ties(y)) / 18);

    static double Ties(IReadOnlyList<double> values) => values.GroupBy(value => value).Sum(same => Term(same.Count()));

    static double Term(double count) => count * (count - 1) * (2 * count + 5);
}
