namespace PerfGate.Statistics.Tests;

/// <summary>What another implementation read in a histogram of ours, and the same written by it.</summary>
/// <param name="Total">How many values it counts.</param>
/// <param name="Quantiles">Its values at 50, 90, 95, 99 and 99.9 %: upper ends of buckets.</param>
/// <param name="Max">Its largest value.</param>
/// <param name="Encoded">The histogram in its own hand.</param>
public sealed record ExchangedHistogram(long Total, long[] Quantiles, long Max, string Encoded)
{
    public static readonly double[] Shares = [0.5, 0.9, 0.95, 0.99, 0.999];
}
