namespace PerfGate.Statistics;

/// <summary>
/// The middle of a symmetric distribution, which a few wild values do not move: the median of the means of all pairs, each value
/// with itself included (Hodges and Lehmann, Annals of Mathematical Statistics 34, 1963), and the interval that the signed-rank
/// test does not reject (Lehmann, Nonparametrics, 1975, section 4.5).
/// </summary>
/// <remarks>Ties make the interval hold the truth more often than it says, never less.</remarks>
public sealed record HodgesLehmann
{
    // Of the chances; equal ones may differ by so much.
    const double Rounding = 1e-12;

    HodgesLehmann(Interval middle, double attained, int count) => (Middle, Attained, Count) = (middle, attained, count);

    /// <summary>The estimate and its interval, in the unit of the values.</summary>
    public Interval Middle { get; }

    /// <summary>
    /// How often such intervals hold the truth: at least what was asked for, and more where few values leave no finer steps. Exact
    /// to 100 values, the normal limit beyond.
    /// </summary>
    public double Attained { get; }

    /// <summary>How many values it rests on.</summary>
    public int Count { get; }

    /// <summary>The estimate; null when there are too few values for an interval of that confidence: 0.9 takes five.</summary>
    /// <param name="values">Finite, independent, in any order.</param>
    /// <param name="confidence">How often such intervals hold the truth, such as 0.9; two-sided.</param>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static HodgesLehmann? Of(IReadOnlyCollection<double> values, double confidence)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (!values.All(double.IsFinite)) throw new ArgumentException("Only finite values have a middle.", nameof(values));
        Confidence.Check(confidence);
        var chances = SignedRankDistribution.Untied(values.Count);
        var tail = (1 - confidence) / 2 + Rounding;
        if (values.Count == 0 || chances.AtMost(0) > tail) return null;

        var means = PairMeans([.. values]);
        var cut = MostCut(chances, means.Length, tail);
        var middle = new Interval(means[cut], Median.OfSorted(means), means[^(cut + 1)]);
        return new HodgesLehmann(middle, 1 - 2 * chances.AtMost(2 * cut), values.Count);
    }

    /// <summary>The estimate alone, of any number of values from one.</summary>
    /// <exception cref="ArgumentException">There are no values, or one is not finite.</exception>
    public static double Estimate(IReadOnlyCollection<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0 || !values.All(double.IsFinite))
            throw new ArgumentException("Only finite values have a middle, and it takes one.", nameof(values));
        return Median.OfSorted(PairMeans([.. values]));
    }

    // The most means to leave out at either end: the test at the end itself does not reject yet.
    static int MostCut(SignedRankDistribution chances, int means, double tail)
    {
        var (low, high) = (0, (means - 1) / 2);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (chances.AtMost(2 * middle) <= tail) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    static double[] PairMeans(double[] values)
    {
        var means = new double[values.Length * (values.Length + 1) / 2];
        var place = 0;
        for (var i = 0; i < values.Length; i++)
        {
            for (var j = 0; j <= i; j++) means[place++] = values[i] / 2 + values[j] / 2;
        }

        Array.Sort(means);
        return means;
    }
}
