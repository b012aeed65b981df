using PerfGate.Statistics;

namespace PerfGate.Gate.Criteria;

/// <summary>
/// Where a sampled series is going. Memory and connections remember themselves from second to second and settle at the
/// start, so a line through all samples would be far too sure of itself: the first quarter is left out, the rest becomes
/// medians of equal spans of time, and a Theil-Sen line goes through those.
/// </summary>
internal sealed record Trend
{
    /// <summary>How far ahead a climb that is slowing down is followed.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromMinutes(30);

    const double LeftOut = 0.25;
    const int MostBlocks = 24;
    const int FewestBlocks = 12;
    const double Confidence = 0.95;

    Trend()
    {
    }

    /// <summary>How much it grows a second; below zero when it shrinks.</summary>
    public required double Slope { get; init; }

    /// <summary>The lower end of the slope's 95 % interval.</summary>
    public required double Lower { get; init; }

    /// <summary>The upper end of the slope's 95 % interval.</summary>
    public required double Upper { get; init; }

    /// <summary>The lower end of the slope's interval over the last half alone.</summary>
    public required double LateLower { get; init; }

    /// <summary>The first second that was looked at.</summary>
    public required double Start { get; init; }

    /// <summary>The last second that was looked at.</summary>
    public required double End { get; init; }

    /// <summary>The median of what was looked at.</summary>
    public required double Level { get; init; }

    // The slopes of the first half and of the last.
    double Early { get; init; }

    double Late { get; init; }

    /// <summary>The least that it grew while it was looked at.</summary>
    public double LeastSeen => Lower * (End - Start);

    /// <summary>The trend of a series; null when fewer than 12 spans of it have a value.</summary>
    /// <param name="seconds">When each sample was taken, ascending.</param>
    /// <param name="values">The samples, as many; null where nothing could be read.</param>
    /// <param name="from">From which second on: where the load is as it stays.</param>
    /// <param name="to">To which second.</param>
    public static Trend? Of(IReadOnlyList<double> seconds, IReadOnlyList<double?> values, double from, double to)
    {
        var start = from + (to - from) * LeftOut;
        var samples = seconds.Zip(values)
            .Where(sample => sample.First >= start && sample.First < to && sample.Second is { } value && double.IsFinite(value))
            .Select(sample => (Second: sample.First, Value: sample.Second!.Value))
            .ToList();
        var count = Math.Min(MostBlocks, samples.Count);
        if (count < FewestBlocks) return null;

        var length = (to - start) / count;
        var blocks = samples
            .GroupBy(sample => Math.Min((int)((sample.Second - start) / length), count - 1))
            .Select(block => (Place: block.Key, Second: Median.Of(block.Select(sample => sample.Second)), Value: Median.Of(block.Select(sample => sample.Value))))
            .ToList();
        if (blocks.Count < FewestBlocks) return null;
        if (Line(blocks) is not { } whole || Line(blocks.Where(b => b.Place < count / 2)) is not { } early || Line(blocks.Where(b => b.Place >= count / 2)) is not { } late)
            return null;
        return new Trend
        {
            Slope = whole.Estimate,
            Lower = whole.Lower,
            Upper = whole.Upper,
            LateLower = late.Lower,
            Start = start,
            End = to,
            Level = Median.Of(blocks.Select(block => block.Value)),
            Early = early.Estimate,
            Late = late.Estimate,
        };

        static Interval? Line(IEnumerable<(int Place, double Second, double Value)> part)
        {
            var points = part.ToList();
            return TheilSen.Of([.. points.Select(p => p.Second)], [.. points.Select(p => p.Value)], Confidence)?.Slope;
        }
    }

    /// <summary>
    /// Whether it surely climbs faster than so much a second, and goes on to do so: the whole says it, its last half says it,
    /// and what it will still grow within <see cref="Horizon"/>, slowing down as it does, is more than that too. A heap that
    /// settles is no climb.
    /// </summary>
    public bool ClimbsAbove(double perSecond) =>
        Lower > perSecond && LateLower > perSecond && Ahead() > perSecond * Horizon.TotalSeconds;

    /// <summary>Whether it surely climbs more slowly than so much a second, stands still or shrinks.</summary>
    public bool StaysBelow(double perSecond) => Upper < perSecond;

    // A settling series loses the same share of its slope in each span of the same length: the rest of a geometric series.
    double Ahead()
    {
        var half = (End - Start) / 2;
        var halves = Horizon.TotalSeconds / half;
        var kept = Early > 0 ? Late / Early : 1;
        return Late * half * (kept >= 1 ? halves : kept * (1 - Math.Pow(kept, halves)) / (1 - kept));
    }
}
