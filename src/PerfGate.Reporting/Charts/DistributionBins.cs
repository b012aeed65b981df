using PerfGate.Statistics;

namespace PerfGate.Reporting.Charts;

/// <summary>A histogram as shares of its requests in bins of equal width on a logarithmic axis.</summary>
internal sealed record DistributionBins(double From, double To, IReadOnlyList<double> Shares)
{
    public const int Count = 64;

    /// <summary>The range that holds all histograms, with a little air; null when nothing was recorded in any.</summary>
    public static (double From, double To)? RangeOf(params IEnumerable<HdrHistogram?> histograms)
    {
        var filled = histograms.Where(h => h is { Count: > 0 }).ToList();
        if (filled.Count == 0) return null;
        var low = Math.Max(1, filled.Min(h => h!.MinMicros));
        var high = Math.Max(low, filled.Max(h => h!.MaxMicros));
        return (low / 1.15, high * 1.15);
    }

    public static DistributionBins Of(HdrHistogram histogram, double from, double to)
    {
        var shares = new double[Count];
        foreach (var bucket in histogram.Buckets())
        {
            var middle = Math.Clamp((bucket.FromMicros + bucket.ToMicros) / 2.0, from, to);
            var bin = (int)(Math.Log(middle / from) / Math.Log(to / from) * Count);
            shares[Math.Min(bin, Count - 1)] += (double)bucket.Count / histogram.Count;
        }

        return new DistributionBins(from, to, shares);
    }

    /// <summary>The steps along the bins' tops, for drawing.</summary>
    public IEnumerable<ChartPoint> Steps()
    {
        var width = Math.Pow(To / From, 1.0 / Count);
        yield return new ChartPoint(From, 0);
        for (var i = 0; i < Count; i++)
        {
            yield return new ChartPoint(From * Math.Pow(width, i), Shares[i]);
            yield return new ChartPoint(From * Math.Pow(width, i + 1), Shares[i]);
        }

        yield return new ChartPoint(To, 0);
    }
}
