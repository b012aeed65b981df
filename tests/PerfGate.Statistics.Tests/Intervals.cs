namespace PerfGate.Statistics.Tests;

public sealed class Intervals
{
    [Theory]
    // Ranks from published tables of nonparametric intervals for the median, 95 % (Conover, table A3; Gibbons and Chakraborti).
    [InlineData(6, 0.5, 0.95, 1, 6)]
    [InlineData(10, 0.5, 0.95, 2, 9)]
    [InlineData(20, 0.5, 0.95, 6, 15)]
    [InlineData(25, 0.5, 0.95, 8, 18)]
    public void The_ranks_around_a_quantile_are_the_published_ones(long count, double quantile, double confidence, long lower, long upper) =>
        QuantileInterval.Ranks(count, quantile, confidence).ShouldBe((lower, upper));

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.95)]
    [InlineData(0.99)]
    public void Exact_ranks_and_their_normal_limit_meet_where_one_takes_over(double quantile)
    {
        var (lower, upper) = QuantileInterval.Ranks(5_000, quantile, 0.9)!.Value;
        var (nextLower, nextUpper) = QuantileInterval.Ranks(5_001, quantile, 0.9)!.Value;
        (nextLower - lower).ShouldBeInRange(-2, 2);
        (nextUpper - upper).ShouldBeInRange(-2, 2);
    }

    [Theory]
    [InlineData(0.5, 0.9, 5)]
    [InlineData(0.95, 0.9, 59)]
    [InlineData(0.99, 0.9, 299)]
    public void A_quantile_of_too_few_values_has_no_interval(double quantile, double confidence, long smallest)
    {
        QuantileInterval.SmallestCount(quantile, confidence).ShouldBe(smallest);
        QuantileInterval.Ranks(smallest, quantile, confidence).ShouldNotBeNull();
        QuantileInterval.Ranks(smallest - 1, quantile, confidence).ShouldBeNull();
        QuantileInterval.Of(new HdrHistogram(), quantile, confidence).ShouldBeNull();
    }

    [Theory]
    [InlineData(0.50, 60)]
    [InlineData(0.95, 200)]
    [InlineData(0.99, 1_000)]
    [InlineData(0.95, 6_000)]
    public void Nine_in_ten_intervals_of_a_quantile_hold_the_true_one(double quantile, int count)
    {
        var truth = -10_000 * Math.Log(1 - quantile);
        Coverage(400, 7, random => QuantileInterval.Of(Exponential(random, count, 10_000), quantile, 0.9)!.Value.Contains(truth))
            .ShouldBeInRange(0.87, 0.97);
    }

    [Theory]
    [InlineData(0.50, 300)]
    [InlineData(0.95, 1_000)]
    public void Nine_in_ten_intervals_of_a_change_hold_the_true_one(double quantile, int count) =>
        Coverage(400, 11, random =>
        {
            var baseline = QuantileInterval.Of(Exponential(random, count, 10_000), quantile, 0.9)!.Value;
            var candidate = QuantileInterval.Of(Exponential(random, count, 12_000), quantile, 0.9)!.Value;
            return RatioInterval.Of(candidate, baseline, 0.9).Contains(1.2);
        }).ShouldBeInRange(0.87, 0.97);

    [Fact]
    public void Sessions_that_differ_are_covered_once_their_spread_is_known() =>
        Coverage(400, 13, random =>
        {
            var baseline = QuantileInterval.Of(Session(random), 0.5, 0.9)!.Value;
            var candidate = QuantileInterval.Of(Session(random), 0.5, 0.9)!.Value;
            return RatioInterval.Of(candidate, baseline, 0.9, 0.05).Contains(1);
        }).ShouldBeInRange(0.86, 0.97);

    [Fact]
    public void Sessions_that_differ_are_not_covered_by_more_requests() =>
        Coverage(200, 13, random =>
        {
            var baseline = QuantileInterval.Of(Session(random), 0.5, 0.9)!.Value;
            var candidate = QuantileInterval.Of(Session(random), 0.5, 0.9)!.Value;
            return RatioInterval.Of(candidate, baseline, 0.9).Contains(1);
        }).ShouldBeLessThan(0.8);

    [Fact]
    public void Swapping_the_sides_mirrors_the_ratio()
    {
        var (one, other) = (new Interval(90, 100, 130), new Interval(40, 50, 55));
        var ratio = RatioInterval.Of(one, other, 0.9, 0.03);
        var mirrored = RatioInterval.Of(other, one, 0.9, 0.03);
        (1 / mirrored.Upper).ShouldBe(ratio.Lower, 1e-12);
        (1 / mirrored.Estimate).ShouldBe(ratio.Estimate, 1e-12);
        (1 / mirrored.Lower).ShouldBe(ratio.Upper, 1e-12);
    }

    [Fact]
    public void Scaling_both_sides_changes_nothing()
    {
        var plain = RatioInterval.Of(new Interval(90, 100, 130), new Interval(40, 50, 55), 0.9);
        var scaled = RatioInterval.Of(new Interval(270, 300, 390), new Interval(120, 150, 165), 0.9);
        (scaled.Lower, scaled.Upper).ShouldBe((plain.Lower, plain.Upper));
    }

    [Fact]
    public void Two_certain_sides_differ_by_their_sessions_alone()
    {
        var certain = new Interval(100, 100, 100);
        var ratio = RatioInterval.Of(certain, certain, 0.9, 0.05);
        // 1.645 deviations of 5 %, times the root of two sides.
        Math.Log(ratio.Upper).ShouldBe(1.6449 * 0.05 * Math.Sqrt(2), 1e-4);
        Math.Log(ratio.Lower).ShouldBe(-Math.Log(ratio.Upper), 1e-12);
    }

    [Fact]
    public void A_side_that_reaches_zero_has_no_ratio() =>
        Should.Throw<ArgumentOutOfRangeException>(() => RatioInterval.Of(new Interval(0, 1, 2), new Interval(1, 1, 1), 0.9));

    [Theory]
    // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29; score method without continuity correction.
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_gives_the_published_intervals(long hits, long trials, double lower, double upper)
    {
        var interval = ProportionInterval.Wilson(hits, trials, 0.95);
        interval.Lower.ShouldBe(lower, 5e-5);
        interval.Upper.ShouldBe(upper, 5e-5);
    }

    [Theory]
    // Newcombe 1998, the other paper, table II, method 10.
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 10, -0.2775, 0.2775)]
    public void Newcombe_gives_the_published_differences(long hits1, long trials1, long hits2, long trials2, double lower, double upper)
    {
        var difference = ProportionInterval.Difference(
            ProportionInterval.Wilson(hits1, trials1, 0.95), ProportionInterval.Wilson(hits2, trials2, 0.95));
        difference.Lower.ShouldBe(lower, 5e-5);
        difference.Upper.ShouldBe(upper, 5e-5);
    }

    [Theory]
    // Exact Poisson limits, 95 % (Garwood 1936): 1 gives 0.0253 to 5.572, 10 gives 4.795 to 18.39, 100 gives 81.36 to 121.63.
    [InlineData(1, 0.0253, 5.572)]
    [InlineData(10, 4.795, 18.39)]
    [InlineData(100, 81.36, 121.63)]
    public void A_rate_has_the_exact_limits_within_a_few_percent(long count, double lower, double upper)
    {
        var rate = RateInterval.Of(count, 2, 0.95);
        rate.Estimate.ShouldBe(count / 2.0);
        rate.Lower.ShouldBe(lower / 2, 0.01);
        rate.Upper.ShouldBe(upper / 2, 0.03);
    }

    [Fact]
    public void An_interval_out_of_order_cannot_be_built()
    {
        Should.Throw<ArgumentException>(() => new Interval(2, 1, 3));
        Should.Throw<ArgumentException>(() => new Interval(1, 2, double.PositiveInfinity));
        Should.Throw<ArgumentException>(() => new Interval(double.NaN, 2, 3));
    }

    static double Coverage(int trials, int seed, Func<Random, bool> holds)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, trials).Count(_ => holds(random)) / (double)trials;
    }

    static HdrHistogram Exponential(Random random, int count, double mean) =>
        Micros.Histogram(Enumerable.Range(0, count).Select(_ => (long)Math.Round(-mean * Math.Log(1 - random.NextDouble()))));

    static HdrHistogram Session(Random random)
    {
        var bias = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return Exponential(random, 2_000, 10_000 * Math.Exp(0.05 * bias));
    }
}
