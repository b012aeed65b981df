namespace PerfGate.Reporting.Charts;

/// <summary>Draws long series with few points without losing a peak.</summary>
internal static class Downsampling
{
    /// <summary>
    /// At most <paramref name="limit"/> points: each stretch of the series keeps its lowest and its highest value where they
    /// were; a stretch without values stays a gap.
    /// </summary>
    public static IReadOnlyList<ChartPoint> MinMax(IReadOnlyList<double> x, IReadOnlyList<double?> y, int limit)
    {
        var count = Math.Min(x.Count, y.Count);
        if (count <= limit) return [.. Enumerable.Range(0, count).Select(i => new ChartPoint(x[i], y[i]))];
        var points = new List<ChartPoint>(limit);
        var stretches = limit / 2;
        for (var s = 0; s < stretches; s++)
        {
            var from = (int)((long)s * count / stretches);
            var to = (int)((long)(s + 1) * count / stretches);
            var measured = Enumerable.Range(from, to - from).Where(i => y[i] is not null).ToList();
            if (measured.Count == 0)
            {
                points.Add(new ChartPoint(x[from], null));
                continue;
            }

            var (low, high) = (measured.MinBy(i => y[i]), measured.MaxBy(i => y[i]));
            points.Add(new ChartPoint(x[Math.Min(low, high)], y[Math.Min(low, high)]));
            if (low != high) points.Add(new ChartPoint(x[Math.Max(low, high)], y[Math.Max(low, high)]));
        }

        return points;
    }
}
