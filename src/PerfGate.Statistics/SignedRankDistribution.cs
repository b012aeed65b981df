namespace PerfGate.Statistics;

/// <summary>
/// How the sum of the ranks of positive values falls when each sign is a coin: exact to <see cref="MostExact"/> ranks, tied or
/// not, and from there the normal limit with its half-step correction (Lehmann, Nonparametrics, 1975, section 3.2).
/// </summary>
/// <remarks>Sums are given doubled, so that the half ranks of ties are whole numbers.</remarks>
sealed class SignedRankDistribution
{
    public const int MostExact = 100;

    readonly double[]? _atMost; // by doubled sum
    readonly double _mean;
    readonly double _deviation;

    /// <summary>Of ranks as they are.</summary>
    /// <param name="doubledRanks">Twice the ranks, from 2; ties share a mean.</param>
    public SignedRankDistribution(IReadOnlyCollection<int> doubledRanks)
    {
        Largest = doubledRanks.Sum();
        _mean = Largest / 2.0;
        _deviation = Math.Sqrt(doubledRanks.Sum(rank => (double)rank * rank)) / 2;
        if (doubledRanks.Count <= MostExact) _atMost = Exact(doubledRanks);
    }

    /// <summary>The largest doubled sum there is.</summary>
    public int Largest { get; }

    /// <summary>Of n different ranks.</summary>
    public static SignedRankDistribution Untied(int n) => new([.. Enumerable.Range(1, n).Select(rank => 2 * rank)]);

    /// <summary>P(doubled sum is at most this).</summary>
    public double AtMost(int doubledSum)
    {
        if (doubledSum < 0) return 0;
        if (doubledSum >= Largest) return 1;
        return _atMost?[doubledSum] ?? MathNet.Numerics.Distributions.Normal.CDF(_mean, _deviation, doubledSum + 1);
    }

    /// <summary>P(doubled sum is at least this): the distribution is its own mirror image.</summary>
    public double AtLeast(int doubledSum) => AtMost(Largest - doubledSum);

    double[] Exact(IReadOnlyCollection<int> doubledRanks)
    {
        var chances = new double[Largest + 1];
        chances[0] = 1;
        var reach = 0;
        foreach (var rank in doubledRanks)
        {
            reach += rank;
            for (var sum = reach; sum >= 0; sum--) chances[sum] = (chances[sum] + (sum >= rank ? chances[sum - rank] : 0)) / 2;
        }

        for (var sum = 1; sum < chances.Length; sum++) chances[sum] += chances[sum - 1];
        return chances;
    }
}
