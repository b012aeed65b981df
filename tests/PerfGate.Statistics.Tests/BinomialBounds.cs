namespace PerfGate.Statistics.Tests;

public sealed class BinomialBounds
{
    [Theory]
    [MemberData(nameof(Cases))]
    public void Bounds_are_those_of_binom_test(long hits, long trials, double confidence)
    {
        var theirs = ForeignShare.All.Single(share => (share.Hits, share.Trials, share.Confidence) == (hits, trials, confidence));
        var ours = ClopperPearson.Of(hits, trials, confidence)!.Value;
        Near(ours.Lower, theirs.Lower);
        Near(ours.Upper, theirs.Upper);
        ours.Estimate.ShouldBe((double)hits / trials);
        Near(ClopperPearson.AtLeast(hits, trials, confidence)!.Value, theirs.AtLeast);
        Near(ClopperPearson.AtMost(hits, trials, confidence)!.Value, theirs.AtMost);
    }

    public static TheoryData<long, long, double> Cases => [.. ForeignShare.All.Select(share => (share.Hits, share.Trials, share.Confidence))];

    [Theory]
    // Clopper and Pearson 1934, chart of 95 %: 0 of 10 ends at 0.31, 3 of 10 spans 0.07 to 0.65.
    [InlineData(0, 10, 0, 0.308)]
    [InlineData(3, 10, 0.067, 0.652)]
    public void Bounds_are_the_published_ones(long hits, long trials, double lower, double upper)
    {
        var bounds = ClopperPearson.Of(hits, trials, 0.95)!.Value;
        bounds.Lower.ShouldBe(lower, 5e-4);
        bounds.Upper.ShouldBe(upper, 5e-4);
    }

    [Fact]
    public void No_false_alarm_in_n_runs_leaves_three_in_n() =>
        ClopperPearson.AtMost(0, 600, 0.95)!.Value.ShouldBe(3.0 / 600, 1e-4);

    [Fact]
    public void Misses_mirror_hits()
    {
        var (hits, misses) = (ClopperPearson.Of(7, 90, 0.9)!.Value, ClopperPearson.Of(83, 90, 0.9)!.Value);
        misses.Lower.ShouldBe(1 - hits.Upper, 1e-12);
        misses.Upper.ShouldBe(1 - hits.Lower, 1e-12);
    }

    [Fact]
    public void No_trials_have_no_bounds()
    {
        ClopperPearson.Of(0, 0, 0.95).ShouldBeNull();
        ClopperPearson.AtMost(0, 0, 0.95).ShouldBeNull();
        ClopperPearson.AtLeast(0, 0, 0.95).ShouldBeNull();
    }

    [Fact]
    public void More_hits_than_trials_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => ClopperPearson.Of(4, 3, 0.95));
        Should.Throw<ArgumentOutOfRangeException>(() => ClopperPearson.AtMost(-1, 3, 0.95));
        Should.Throw<ArgumentOutOfRangeException>(() => ClopperPearson.AtMost(1, 3, 1.5));
    }

    [Theory]
    [InlineData(60, 0.005)]
    [InlineData(60, 0.02)]
    [InlineData(40, 0.5)]
    public void Bounds_hold_the_truth_at_least_as_often_as_they_say(int trials, double truth)
    {
        Noise.Share(3_000, 23, random => ClopperPearson.Of(Hits(random), trials, 0.9)!.Value.Contains(truth)).ShouldBeGreaterThan(0.88);

        long Hits(Random random) => Enumerable.Range(0, trials).Count(_ => random.NextDouble() < truth);
    }

    static void Near(double actual, double expected) => actual.ShouldBe(expected, 1e-9 * Math.Max(1e-3, expected));

    /// <summary>binom.test of R 4.2.2.</summary>
    sealed record ForeignShare(long Hits, long Trials, double Confidence, double Lower, double Upper, double AtLeast, double AtMost)
    {
        public static IReadOnlyList<ForeignShare> All { get; } = Foreign.Cases<ForeignShare>("binomial-r.json");
    }
}
