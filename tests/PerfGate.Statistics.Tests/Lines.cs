namespace PerfGate.Statistics.Tests;

public sealed class Lines
{
    const double Tolerance = 1e-11;

    public static TheoryData<string> Names => ForeignLine.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_line_is_the_one_that_others_fit(string name)
    {
        var theirs = ForeignLine.Named(name);
        var ours = TheilSen.Of(theirs.X, theirs.Y, theirs.Confidence).ShouldNotBeNull();

        Near(ours.Slope, new Interval(theirs.Lower, theirs.Slope, theirs.Upper));
        ours.Intercept.ShouldBe(theirs.Intercept, Close(theirs.Intercept));
    }

    [Fact]
    public void The_example_of_the_paper_has_its_published_interval()
    {
        // Sen 1968, section 5: 4 within 26/7 and 35/8.
        var slope = TheilSen.Of([1, 2, 3, 4, 10, 12, 18], [9, 15, 19, 20, 45, 55, 78], 0.93)!.Slope;
        slope.Estimate.ShouldBe(4);
        slope.Lower.ShouldBe(26 / 7.0, Tolerance);
        slope.Upper.ShouldBe(35 / 8.0, Tolerance);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Moving_and_scaling_the_points_moves_and_scales_the_line(string name)
    {
        var (line, plain) = Fit(name, x => x, y => y);
        var (_, moved) = Fit(name, x => x + 16, y => y - 32);
        var (_, scaled) = Fit(name, x => x / 4, y => 8 * y);

        Near(moved.Slope, plain.Slope);
        moved.Intercept.ShouldBe(plain.Intercept - 32 - 16 * plain.Slope.Estimate, Close(1_000 + line.Intercept));
        Near(scaled.Slope, new Interval(32 * plain.Slope.Lower, 32 * plain.Slope.Estimate, 32 * plain.Slope.Upper));
        scaled.Intercept.ShouldBe(8 * plain.Intercept, Close(8 * line.Intercept));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Turning_the_points_upside_down_mirrors_the_slope(string name)
    {
        var (_, plain) = Fit(name, x => x, y => y);
        var (_, mirrored) = Fit(name, x => x, y => -y);
        Near(mirrored.Slope, new Interval(-plain.Slope.Upper, -plain.Slope.Estimate, -plain.Slope.Lower));
    }

    [Fact]
    public void A_quarter_of_wild_points_does_not_bend_it()
    {
        var x = Enumerable.Range(0, 24).Select(i => (double)i).ToList();
        var slope = TheilSen.Of(x, [.. x.Select(i => i % 4 == 0 ? 1e6 * (24 - i) : 2 * i)], 0.95)!.Slope;
        slope.Estimate.ShouldBe(2);
    }

    [Fact]
    public void Too_few_points_have_no_line()
    {
        TheilSen.Of([], [], 0.95).ShouldBeNull();
        TheilSen.Of([1, 2], [1, 2], 0.5).ShouldBeNull();
        TheilSen.Of([1, 1, 1, 2, 2, 2], [1, 2, 3, 4, 5, 6], 0.5).ShouldBeNull("two places have no third to agree with");
        TheilSen.Of([1, 2, 3, 4], [1, 2, 3, 4], 0.95).ShouldBeNull("six pairs have no such interval");
        TheilSen.Of([1, 2, 3, 4, 5], [1, 2, 3, 4, 5], 0.95)!.Slope.ShouldBe(new Interval(1, 1, 1));
        TheilSen.Of([1, 2, 3], [1, 2, 3], 0.5)!.Slope.Estimate.ShouldBe(1);
    }

    [Fact]
    public void Points_without_a_place_are_refused()
    {
        Should.Throw<ArgumentException>(() => TheilSen.Of([1, 2, 3], [1, 2], 0.95));
        Should.Throw<ArgumentException>(() => TheilSen.Of([1, 2, double.NaN], [1, 2, 3], 0.95));
        Should.Throw<ArgumentException>(() => TheilSen.Of([1, 2, 3], [1, 2, double.PositiveInfinity], 0.95));
        Should.Throw<ArgumentOutOfRangeException>(() => TheilSen.Of([1, 2, 3], [1, 2, 3], 1));
    }

    [Theory]
    [InlineData(12, 0.95, 0.93, 0.985)]
    [InlineData(24, 0.95, 0.93, 0.985)]
    [InlineData(24, 0.90, 0.87, 0.94)]
    public void Intervals_hold_the_true_slope_as_often_as_they_say(int count, double confidence, double least, double most)
    {
        var random = new Random(17);
        var x = Enumerable.Range(0, count).Select(i => (double)i).ToList();
        var held = Enumerable.Range(0, 1_000).Count(_ =>
            TheilSen.Of(x, [.. x.Select(i => 3 * i + Noise(random))], confidence)!.Slope.Contains(3));
        (held / 1_000.0).ShouldBeInRange(least, most);
    }

    [Fact]
    public void A_median_is_in_the_middle()
    {
        Median.Of([3, 1, 2]).ShouldBe(2);
        Median.Of([4, 1, 3, 2]).ShouldBe(2.5);
        Median.Of([7]).ShouldBe(7);
        Should.Throw<ArgumentException>(() => Median.Of([]));
    }

    // Heavy tails, both sides: exponential with a sign.
    static double Noise(Random random) => -10 * Math.Log(1 - random.NextDouble()) * (random.Next(2) == 0 ? -1 : 1);

    static (ForeignLine Line, TheilSen Fit) Fit(string name, Func<double, double> x, Func<double, double> y)
    {
        var line = ForeignLine.Named(name);
        return (line, TheilSen.Of([.. line.X.Select(x)], [.. line.Y.Select(y)], line.Confidence)!);
    }

    static void Near(Interval actual, Interval expected)
    {
        actual.Lower.ShouldBe(expected.Lower, Close(expected.Lower));
        actual.Estimate.ShouldBe(expected.Estimate, Close(expected.Estimate));
        actual.Upper.ShouldBe(expected.Upper, Close(expected.Upper));
    }

    static double Close(double value) => Tolerance * Math.Max(1, Math.Abs(value));
}
