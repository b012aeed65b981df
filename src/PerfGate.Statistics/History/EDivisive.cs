namespace PerfGate.Statistics.History;

/// <summary>
/// Where a series changes, in level, spread or shape: E-divisive of Matteson and James (Journal of the American Statistical
/// Association 109, 2014) with exponent 1. It splits where the energy distance between neighbouring stretches is largest, asks
/// by permutation whether a shuffled series splits as clearly, and goes on until one does.
/// </summary>
/// <remarks>
/// A shuffle at least as clear as the series counts against it; when so many have that p can no longer be reached, the rest are
/// not drawn, as the answer is settled. p is (1 + as clear) / (1 + permutations). Time grows with the square of the length times
/// the permutations: 500 values with a change take seconds.
/// </remarks>
public sealed record EDivisive
{
    // What shuffled sums differ by when they are the same.
    const double Rounding = 1e-9;

    /// <summary>How sure a change point has to be, such as 0.001, the usual.</summary>
    public double Level
    {
        get;
        init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A level lies between 0 and 1.");
    } = 0.001;

    /// <summary>How many shuffles; 1 / (1 + these) must not exceed the level.</summary>
    public int Permutations { get; init => field = AtLeast(1, value); } = 1_999;

    /// <summary>The shortest stretch; at least 2, as one value has no spread.</summary>
    public int Shortest { get; init => field = AtLeast(2, value); } = 5;

    /// <summary>The change points, in order of the series; none when it is too short to have one.</summary>
    /// <param name="series">Finite, in order of time.</param>
    /// <param name="random">Shuffles.</param>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    /// <exception cref="InvalidOperationException">There are too few permutations to reach the level.</exception>
    public IReadOnlyList<ChangePoint> Of(IReadOnlyList<double> series, Random random)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(random);
        if (!series.All(double.IsFinite))
            throw new ArgumentException("A series is finite; what was not measured is left out of it.", nameof(series));
        if (1 > Level * (1 + Permutations) + Rounding)
            throw new InvalidOperationException($"{Permutations} permutations cannot reach {Level}: it takes {Math.Ceiling(1 / Level) - 1}.");

        double[] values = [.. series];
        List<int> bounds = [0, values.Length];
        var found = new Dictionary<int, double>();
        while (Best(values, bounds) is { Gain: > 0 } split && Chance(values, bounds, split.Gain, random) is { } p)
        {
            found[split.At] = p;
            bounds.Insert(~bounds.BinarySearch(split.At), split.At);
        }

        return [.. Enumerable.Range(1, bounds.Count - 2).Select(place => new ChangePoint(
            bounds[place], Middle(place - 1), Middle(place), found[bounds[place]]))];

        double Middle(int stretch) => Median.Of(values[bounds[stretch]..bounds[stretch + 1]]);
    }

    // The clearest split of any stretch.
    EnergySplit Best(double[] values, List<int> bounds)
    {
        var best = default(EnergySplit);
        for (var stretch = 0; stretch + 1 < bounds.Count; stretch++)
        {
            var (start, end) = (bounds[stretch], bounds[stretch + 1]);
            var split = EnergySplit.Best(values.AsSpan(start, end - start), Shortest);
            if (split.Gain > best.Gain) best = split with { At = start + split.At };
        }

        return best;
    }

    // Null when the level is missed.
    double? Chance(double[] values, List<int> bounds, double gain, Random random)
    {
        var allowed = (int)Math.Floor(Level * (1 + Permutations) + Rounding);
        var clear = 1;
        var shuffled = (double[])values.Clone();
        for (var permutation = 0; permutation < Permutations; permutation++)
        {
            for (var stretch = 0; stretch + 1 < bounds.Count; stretch++)
                random.Shuffle(shuffled.AsSpan(bounds[stretch]..bounds[stretch + 1]));
            if (Best(shuffled, bounds).Gain >= gain * (1 - Rounding) && ++clear > allowed) return null;
        }

        return clear / (1.0 + Permutations);
    }

    static int AtLeast(int least, int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        return value;
    }
}
