using FsCheck;
using FsCheck.Fluent;

namespace PerfGate.Statistics.Tests;

public sealed class Histograms
{
    [Fact]
    public void A_quantile_is_within_a_thousandth_of_the_order_statistic() =>
        Prop.ForAll(Micros.Lists, Arb.From(Gen.Choose(0, 1000)), (values, thousandths) =>
        {
            var sorted = values.Order().ToArray();
            var rank = Math.Max(1, (thousandths * sorted.Length + 999) / 1000);
            var exact = sorted[rank - 1];
            var read = Micros.Histogram(values).QuantileMicros(thousandths / 1000.0);
            read.ShouldBeGreaterThanOrEqualTo(exact);
            (read - exact).ShouldBeLessThanOrEqualTo((long)(exact * 0.001));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(ForeignHistogram.Names), MemberType = typeof(ForeignHistogram))]
    public void Quantiles_agree_with_hdr_histogram_js(string name)
    {
        var foreign = ForeignHistogram.Named(name);
        if (foreign.Total == 0) return;
        var ours = foreign.Ours();
        // It gives the upper end of the bucket; ours never exceeds the largest value seen.
        ours.QuantileMicros(0.50).ShouldBe(Math.Min(foreign.P50, ours.MaxMicros));
        ours.QuantileMicros(0.95).ShouldBe(Math.Min(foreign.P95, ours.MaxMicros));
        ours.QuantileMicros(0.99).ShouldBe(Math.Min(foreign.P99, ours.MaxMicros));
    }

    [Fact]
    public void Merging_is_the_same_as_recording_into_one() =>
        Prop.ForAll(Micros.Lists, Micros.Lists, (first, second) =>
        {
            var merged = Micros.Histogram(first);
            merged.Add(Micros.Histogram(second));
            ShouldBeEqual(merged, Micros.Histogram([.. first, .. second]));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Merging_does_not_depend_on_order_or_grouping() =>
        Prop.ForAll(Micros.Lists, Micros.Lists, Micros.Lists, (a, b, c) =>
        {
            var left = Merge(Merge(Micros.Histogram(a), Micros.Histogram(b)), Micros.Histogram(c));
            var right = Merge(Merge(Micros.Histogram(c), Micros.Histogram(b)), Micros.Histogram(a));
            ShouldBeEqual(left, right);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Merging_an_empty_one_changes_nothing()
    {
        var histogram = Micros.Histogram([7, 9]);
        histogram.Add(new HdrHistogram());
        ShouldBeEqual(histogram, Micros.Histogram([7, 9]));
        var empty = new HdrHistogram();
        empty.Add(Micros.Histogram([7, 9]));
        ShouldBeEqual(empty, Micros.Histogram([7, 9]));
    }

    [Fact]
    public void Every_value_falls_into_the_bucket_whose_range_holds_it()
    {
        for (var doubling = 0; doubling <= 31; doubling++)
            for (var offset = -2; offset <= 2; offset++)
            {
                var value = (1L << doubling) + offset;
                if (value is < 0 or > HdrHistogram.HighestMicros) continue;
                var index = HdrHistogram.IndexOf(value);
                HdrHistogram.ValueAt(index).ShouldBeLessThanOrEqualTo(value);
                HdrHistogram.HighestEquivalent(index).ShouldBeGreaterThanOrEqualTo(value);
            }
    }

    [Fact]
    public void Buckets_follow_each_other_without_gap_or_overlap()
    {
        var last = HdrHistogram.IndexOf(HdrHistogram.HighestMicros);
        for (var index = 0; index < last; index++)
        {
            HdrHistogram.HighestEquivalent(index).ShouldBe(HdrHistogram.ValueAt(index + 1) - 1);
            HdrHistogram.IndexOf(HdrHistogram.ValueAt(index)).ShouldBe(index);
        }
    }

    [Fact]
    public void A_share_that_binary_cannot_hold_does_not_count_one_value_too_many()
    {
        var histogram = Micros.Histogram(Enumerable.Range(1, 100).Select(i => (long)i));
        for (var percent = 1; percent <= 100; percent++) histogram.QuantileMicros(percent / 100.0).ShouldBe(percent);
    }

    [Fact]
    public void The_ends_are_exact_and_no_quantile_lies_beyond_them()
    {
        var histogram = Micros.Histogram([100_001, 2_000_003, 3_000_000_007]);
        (histogram.MinMicros, histogram.MaxMicros).ShouldBe((100_001, 3_000_000_007));
        histogram.QuantileMicros(1).ShouldBe(3_000_000_007);
        histogram.QuantileMicros(0).ShouldBe(100_031);
    }

    [Fact]
    public void Values_outside_the_range_are_recorded_at_its_ends()
    {
        var histogram = Micros.Histogram([-5, HdrHistogram.HighestMicros + 1]);
        (histogram.MinMicros, histogram.MaxMicros, histogram.Count).ShouldBe((0, HdrHistogram.HighestMicros, 2));
    }

    [Fact]
    public void Nothing_recorded_has_no_quantile_and_no_mean()
    {
        Should.Throw<InvalidOperationException>(() => new HdrHistogram().QuantileMicros(0.5));
        Should.Throw<InvalidOperationException>(() => new HdrHistogram().MeanMicros);
        Should.Throw<ArgumentOutOfRangeException>(() => Micros.Histogram([1]).QuantileMicros(double.NaN));
    }

    [Fact]
    public void The_mean_is_within_a_thousandth() =>
        Prop.ForAll(Micros.Lists, values => Micros.Histogram(values).MeanMicros.ShouldBe(values.Average(), values.Average() * 0.001 + 1e-9))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Recording_allocates_nothing_once_grown()
    {
        var histogram = Micros.Histogram([HdrHistogram.HighestMicros]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++) histogram.Record(i * 1000L);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Clearing_forgets_everything()
    {
        var histogram = Micros.Histogram([5, 50_000]);
        histogram.Clear();
        ShouldBeEqual(histogram, new HdrHistogram());
    }

    static HdrHistogram Merge(HdrHistogram into, HdrHistogram from)
    {
        into.Add(from);
        return into;
    }

    static void ShouldBeEqual(HdrHistogram one, HdrHistogram other)
    {
        (one.Count, one.MinMicros, one.MaxMicros).ShouldBe((other.Count, other.MinMicros, other.MaxMicros));
        one.Buckets().ShouldBe(other.Buckets());
    }
}
