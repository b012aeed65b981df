namespace PerfGate.Statistics.History;

/// <summary>The place that splits a stretch most clearly, and how clearly.</summary>
/// <param name="At">The first value of the second part, from 0; 0 when there is no split.</param>
/// <param name="Gain">The scaled energy distance of the parts, in the unit of the values; 0 when there is none.</param>
readonly record struct EnergySplit(int At, double Gain)
{
    /// <summary>
    /// The best of all pairs of neighbours that start where the stretch does: the first runs up to the split, the second from there
    /// to any later value, so that a change back does not hide a change (Matteson and James, equation 7).
    /// </summary>
    public static EnergySplit Best(ReadOnlySpan<double> values, int shortest)
    {
        var best = default(EnergySplit);
        var length = values.Length;
        if (length < 2 * shortest) return best;
        var sums = PrefixSums(values);
        var row = length + 1;
        for (var at = shortest; at <= length - shortest; at++)
        {
            var first = sums[at * row + at];
            var firstMean = first / ((double)at * (at - 1));
            for (var end = at + shortest; end <= length; end++)
            {
                double size = end - at;
                var between = sums[at * row + end] - first;
                var second = sums[end * row + end] - first - 2 * between;
                var gain = at * size / (at + size) * (2 * between / (at * size) - firstMean - second / (size * (size - 1)));
                if (gain > best.Gain) best = new EnergySplit(at, gain);
            }
        }

        return best;
    }

    // Of the distances between the first i and the first j values.
    static double[] PrefixSums(ReadOnlySpan<double> values)
    {
        var row = values.Length + 1;
        var sums = new double[row * row];
        for (var i = 1; i < row; i++)
        {
            var along = 0.0;
            for (var j = 1; j < row; j++)
            {
                along += Math.Abs(values[i - 1] - values[j - 1]);
                sums[i * row + j] = sums[(i - 1) * row + j] + along;
            }
        }

        return sums;
    }
}
