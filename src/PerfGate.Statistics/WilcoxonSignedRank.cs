namespace PerfGate.Statistics;

/// <summary>
/// Whether values lie around zero, by the ranks of their sizes (Wilcoxon, Biometrics Bulletin 1, 1945). Zeros are left out, ties
/// share their mean rank, and the chances are exact for those very ranks up to 100 values; beyond, the normal limit.
/// </summary>
/// <param name="Plus">The sum of the ranks of the positive values; 0 to n(n+1)/2.</param>
/// <param name="Count">How many values are not zero.</param>
/// <param name="Greater">The chance of so large a sum, or a larger one, when the values are symmetric around zero.</param>
/// <param name="Less">The chance of so small a sum, or a smaller one.</param>
public sealed record WilcoxonSignedRank(double Plus, int Count, double Greater, double Less)
{
    /// <summary>The chance of a sum so far out on either side.</summary>
    public double TwoSided => Math.Min(1, 2 * Math.Min(Greater, Less));

    /// <summary>The test; null of no values, while zeros alone are a test that finds nothing.</summary>
    /// <param name="values">Finite, independent, in any order.</param>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static WilcoxonSignedRank? Of(IReadOnlyCollection<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (!values.All(double.IsFinite)) throw new ArgumentException("Only finite values have a rank.", nameof(values));
        if (values.Count == 0) return null;
        double[] sorted = [.. values.Where(value => value != 0).OrderBy(Math.Abs)];
        var ranks = DoubledRanks(sorted);
        var plus = ranks.Where((_, place) => sorted[place] > 0).Sum();
        var chances = new SignedRankDistribution(ranks);
        return new WilcoxonSignedRank(plus / 2.0, sorted.Length, chances.AtLeast(plus), chances.AtMost(plus));
    }

    static int[] DoubledRanks(double[] sorted)
    {
        var ranks = new int[sorted.Length];
        for (var first = 0; first < sorted.Length;)
        {
            var next = first + 1;
            while (next < sorted.Length && Math.Abs(sorted[next]) == Math.Abs(sorted[first])) next++;
            // Ranks first + 1 to next: their mean, doubled.
            Array.Fill(ranks, first + 1 + next, first, next - first);
            first = next;
        }

        return ranks;
    }
}
