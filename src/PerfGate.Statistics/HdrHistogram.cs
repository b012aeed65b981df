using System.Numerics;

namespace PerfGate.Statistics;

/// <summary>
/// A high dynamic range histogram of integer microseconds: log-linear buckets, three significant decimal digits
/// (no recorded value is off by more than 0.1 %), from 1 us to 1 h. Histograms merge without loss.
/// </summary>
/// <remarks>
/// Layout after Gil Tene's HdrHistogram: 2,048 sub-buckets, of which the upper half repeats for each doubling, so that
/// counts, quantiles and the encoded form agree with the public implementations. Memory grows with the largest value
/// seen (8 KiB up to 2 ms, 80 KiB up to 1 s, 184 KiB at most). Not safe for concurrent writers.
/// </remarks>
public sealed class HdrHistogram
{
    /// <summary>The smallest value kept apart from its neighbours, in microseconds. Zero is recorded as zero.</summary>
    public const long LowestMicros = 1;

    /// <summary>The largest value recorded, in microseconds (one hour). Larger ones are recorded as this.</summary>
    public const long HighestMicros = 3_600_000_000;

    internal const int SubBucketCount = 2048;
    internal const int SubBucketHalfCount = SubBucketCount / 2;
    internal const int SubBucketHalfCountMagnitude = 10;

    long[] counts = new long[SubBucketCount];

    /// <summary>How many values were recorded.</summary>
    public long Count { get; private set; }

    /// <summary>The largest value recorded, exact, in microseconds; 0 when empty.</summary>
    public long MaxMicros { get; private set; }

    /// <summary>The smallest value recorded, exact, in microseconds; 0 when empty.</summary>
    public long MinMicros { get; private set; }

    /// <summary>Records one value. Negative values count as 0, values over one hour as one hour.</summary>
    public void Record(long micros) => Record(micros, 1);

    /// <summary>Records a value as often as <paramref name="times"/> says.</summary>
    public void Record(long micros, long times)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(times);
        if (times == 0) return;
        var value = Math.Clamp(micros, 0, HighestMicros);
        var index = IndexOf(value);
        if (index >= counts.Length) Grow(index);
        counts[index] += times;
        MinMicros = Count == 0 ? value : Math.Min(MinMicros, value);
        MaxMicros = Math.Max(MaxMicros, value);
        Count += times;
    }

    /// <summary>Adds every value of <paramref name="other"/> to this histogram, without loss.</summary>
    public void Add(HdrHistogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Count == 0) return;
        if (other.counts.Length > counts.Length) Array.Resize(ref counts, other.counts.Length);
        for (var i = 0; i < other.counts.Length; i++) counts[i] += other.counts[i];
        MinMicros = Count == 0 ? other.MinMicros : Math.Min(MinMicros, other.MinMicros);
        MaxMicros = Math.Max(MaxMicros, other.MaxMicros);
        Count += other.Count;
    }

    /// <summary>Forgets every value and keeps the memory.</summary>
    public void Clear()
    {
        Array.Clear(counts);
        Count = 0;
        MinMicros = 0;
        MaxMicros = 0;
    }

    /// <summary>
    /// The smallest value that at least a share <paramref name="quantile"/> (0 to 1) of the recorded values does not exceed,
    /// in microseconds: the upper end of its bucket, never above <see cref="MaxMicros"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">Nothing was recorded: a quantile of nothing is not zero.</exception>
    public long QuantileMicros(double quantile)
    {
        if (!(quantile is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(quantile), quantile, "A quantile lies between 0 and 1.");
        if (Count == 0) throw new InvalidOperationException("The histogram is empty, so it has no quantiles.");
        // 0.07 * 100 is a hair above 7 in binary: one step down keeps such a product from counting one value too many.
        return ValueAtRank(Math.Max(1, (long)Math.Ceiling(Math.BitDecrement(quantile) * Count)));
    }

    /// <summary>The value at a rank (1 is the smallest, <see cref="Count"/> the largest), in microseconds.</summary>
    public long ValueAtRank(long rank)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rank, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rank, Count);
        long seen = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            seen += counts[i];
            if (seen >= rank) return Math.Clamp(HighestEquivalent(i), MinMicros, MaxMicros);
        }

        throw new InvalidOperationException("The counts do not add up to the total.");
    }

    /// <summary>The mean in microseconds, each bucket counted at its middle.</summary>
    /// <exception cref="InvalidOperationException">Nothing was recorded.</exception>
    public double MeanMicros =>
        Count == 0
            ? throw new InvalidOperationException("The histogram is empty, so it has no mean.")
            : Buckets().Sum(b => (b.FromMicros + b.ToMicros) / 2.0 * b.Count) / Count;

    /// <summary>Every bucket that holds something, ascending: its range in microseconds (both ends inclusive) and its count.</summary>
    public IEnumerable<HdrBucket> Buckets()
    {
        for (var i = 0; i < counts.Length; i++)
            if (counts[i] > 0)
                yield return new HdrBucket(ValueAt(i), HighestEquivalent(i), counts[i]);
    }

    /// <summary>
    /// The public HdrHistogram V2 compressed form as base64 text, which other tools read: every count, exact. The two ends
    /// are kept as their buckets only, as that form has no place for more: see <see cref="WithEnds"/>.
    /// </summary>
    public string Encode() => HdrEncoding.Encode(this);

    /// <summary>Reads what <see cref="Encode"/> or another implementation with three digits and a unit of 1 us wrote.</summary>
    /// <exception cref="FormatException">The text is damaged, or a histogram of another kind; the message says what it is.</exception>
    public static HdrHistogram Decode(string text) => HdrEncoding.Decode(text);

    /// <summary>The same values with exact ends, for ends kept beside an encoded histogram.</summary>
    /// <param name="minMicros">The smallest value, microseconds.</param>
    /// <param name="maxMicros">The largest value, microseconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end lies outside the first or last bucket that holds something.</exception>
    public HdrHistogram WithEnds(long minMicros, long maxMicros)
    {
        var (first, last) = (Array.FindIndex(counts, c => c > 0), Array.FindLastIndex(counts, c => c > 0));
        CheckEnd(minMicros, first, nameof(minMicros));
        CheckEnd(maxMicros, last, nameof(maxMicros));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minMicros, maxMicros);
        return new HdrHistogram { counts = [.. counts], Count = Count, MinMicros = minMicros, MaxMicros = maxMicros };
    }

    internal ReadOnlySpan<long> Counts => counts;

    internal static HdrHistogram FromCounts(long[] counts)
    {
        var histogram = new HdrHistogram();
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] == 0) continue;
            histogram.Record(ValueAt(i), counts[i]);
            histogram.MaxMicros = Math.Min(HighestMicros, HighestEquivalent(i));
        }

        return histogram;
    }

    internal static int IndexOf(long value)
    {
        var bucket = 64 - SubBucketHalfCountMagnitude - 1 - BitOperations.LeadingZeroCount((ulong)value | (SubBucketCount - 1));
        var sub = (int)(value >> bucket);
        return ((bucket + 1) << SubBucketHalfCountMagnitude) + (sub - SubBucketHalfCount);
    }

    internal static long ValueAt(int index)
    {
        var bucket = (index >> SubBucketHalfCountMagnitude) - 1;
        var sub = (index & (SubBucketHalfCount - 1)) + SubBucketHalfCount;
        return bucket < 0 ? sub - SubBucketHalfCount : (long)sub << bucket;
    }

    internal static long HighestEquivalent(int index)
    {
        var bucket = Math.Max(0, (index >> SubBucketHalfCountMagnitude) - 1);
        return ValueAt(index) + (1L << bucket) - 1;
    }

    static void CheckEnd(long micros, int index, string name)
    {
        var (from, to) = index < 0 ? (0, 0) : (ValueAt(index), HighestEquivalent(index));
        if (micros < from || micros > to)
            throw new ArgumentOutOfRangeException(name, micros, $"The end of this histogram lies between {from} and {to} us.");
    }

    void Grow(int index) =>
        Array.Resize(ref counts, (index / SubBucketHalfCount + 1) * SubBucketHalfCount);
}
