using FsCheck;
using FsCheck.Fluent;

namespace PerfGate.Statistics.Tests;

public sealed class SignedRanks
{
    const double Tolerance = 1e-12;

    public static TheoryData<string> Names => ForeignRanks.Names;

    public static TheoryData<string> TiedNames => ForeignRanks.TiedNames;

    [Theory]
    [MemberData(nameof(Names))]
    [MemberData(nameof(TiedNames))]
    public void The_chances_are_those_of_R(string name)
    {
        var theirs = ForeignRanks.Named(name);
        var ours = WilcoxonSignedRank.Of(theirs.Values).ShouldNotBeNull();
        ours.Plus.ShouldBe(theirs.Plus);
        ours.Greater.ShouldBe(theirs.Greater, Tolerance);
        ours.Less.ShouldBe(theirs.Less, Tolerance);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_interval_of_the_middle_is_that_of_R(string name)
    {
        var theirs = ForeignRanks.Named(name);
        var ours = HodgesLehmann.Of(theirs.Values, theirs.Confidence).ShouldNotBeNull();
        ours.Middle.Lower.ShouldBe(theirs.Lower, Tolerance);
        ours.Middle.Estimate.ShouldBe(theirs.Estimate, Tolerance);
        ours.Middle.Upper.ShouldBe(theirs.Upper, Tolerance);
        ours.Attained.ShouldBe(theirs.Attained, Tolerance);
        ours.Count.ShouldBe(theirs.Values.Length);
    }

    [Theory]
    // Wilcoxon, Katti and Wilcox 1970, table II: the largest sum with a one-sided chance of at most 0.05, 0.025, 0.005.
    [InlineData(5, 0.05, 0)]
    [InlineData(8, 0.05, 5)]
    [InlineData(10, 0.05, 10)]
    [InlineData(10, 0.025, 8)]
    [InlineData(10, 0.005, 3)]
    [InlineData(16, 0.05, 35)]
    [InlineData(16, 0.025, 29)]
    [InlineData(20, 0.025, 52)]
    [InlineData(25, 0.005, 68)]
    public void Critical_sums_are_the_published_ones(int count, double alpha, int sum)
    {
        var chances = SignedRankDistribution.Untied(count);
        chances.AtMost(2 * sum).ShouldBeLessThanOrEqualTo(alpha);
        chances.AtMost(2 * (sum + 1)).ShouldBeGreaterThan(alpha);
    }

    [Fact]
    public void The_normal_limit_meets_the_exact_chances_where_it_takes_over()
    {
        var (exact, normal) = (SignedRankDistribution.Untied(100), SignedRankDistribution.Untied(101));
        // In deviations from the mean, half a step corrected.
        foreach (var z in new[] { -3.0, -2, -1.645, -1, 0, 1, 2.5 })
        {
            var (sum100, sum101) = (Sum(100, z), Sum(101, z));
            exact.AtMost(2 * sum100).ShouldBe(normal.AtMost(2 * sum101), 0.003);
        }

        static int Sum(int n, double z) => (int)Math.Round(n * (n + 1) / 4.0 + z * Math.Sqrt(n * (n + 1.0) * (2 * n + 1) / 24) - 0.5);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(300)]
    public void Many_values_have_an_interval_too(int count)
    {
        var middle = HodgesLehmann.Of([.. Enumerable.Range(0, count).Select(value => (double)value)], 0.9)!;
        middle.Middle.Estimate.ShouldBe((count - 1) / 2.0);
        middle.Attained.ShouldBeInRange(0.9, 0.905);
        // A mean of even spacing has deviation count / root 12; its interval 1.645 of it over root count.
        (middle.Middle.Upper - middle.Middle.Lower).ShouldBe(2 * 1.645 * Math.Sqrt(count / 12.0), 1);
    }

    [Fact]
    public void Five_values_are_the_fewest_for_nine_in_ten()
    {
        HodgesLehmann.Of([1, 2, 3, 4], 0.9).ShouldBeNull();
        HodgesLehmann.Of([], 0.9).ShouldBeNull();
        var five = HodgesLehmann.Of([1, 2, 3, 4, 6], 0.9)!;
        five.Middle.ShouldBe(new Interval(1, 3, 6));
        five.Attained.ShouldBe(1 - 2 / 32.0, Tolerance);
    }

    [Fact]
    public void Nothing_has_no_ranks_and_zeros_have_no_news()
    {
        WilcoxonSignedRank.Of([]).ShouldBeNull();
        WilcoxonSignedRank.Of([0, 0]).ShouldBe(new WilcoxonSignedRank(0, 0, 1, 1));
        HodgesLehmann.Of([0, 0, 0, 0, 0], 0.9)!.Middle.ShouldBe(new Interval(0, 0, 0));
    }

    [Fact]
    public void A_value_without_a_rank_is_refused()
    {
        Should.Throw<ArgumentException>(() => WilcoxonSignedRank.Of([1, double.NaN]));
        Should.Throw<ArgumentException>(() => HodgesLehmann.Of([1, 2, 3, 4, 5, double.PositiveInfinity], 0.9));
        Should.Throw<ArgumentOutOfRangeException>(() => HodgesLehmann.Of([1, 2, 3, 4, 5], 1));
        Should.Throw<ArgumentException>(() => HodgesLehmann.Estimate([]));
    }

    [Fact]
    public void Turning_every_sign_mirrors_the_middle_and_the_chances() => Prop.ForAll(Noise.Values, values =>
    {
        double[] turned = [.. values.Select(value => -value)];
        var (plain, mirrored) = (HodgesLehmann.Of(values, 0.9)!.Middle, HodgesLehmann.Of(turned, 0.9)!.Middle);
        mirrored.ShouldBe(new Interval(-plain.Upper, -plain.Estimate, -plain.Lower));
        WilcoxonSignedRank.Of(turned)!.Less.ShouldBe(WilcoxonSignedRank.Of(values)!.Greater, Tolerance);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Order_is_irrelevant_and_moving_all_values_moves_the_middle() => Prop.ForAll(Noise.Values, values =>
    {
        var plain = HodgesLehmann.Of(values, 0.9)!.Middle;
        HodgesLehmann.Of([.. values.Reverse().Select(value => value + 3)], 0.9)!.Middle.ShouldBe(plain.Plus(3));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_interval_is_what_the_test_does_not_reject() => Prop.ForAll(Noise.Values, values =>
    {
        var known = HodgesLehmann.Of(values, 0.9)!.Middle;
        // Off every mean of two by less than their spacing, so that no tie is in the way; ties apart the two are one.
        double[] untied = [.. values.Select((value, place) => value + Math.Pow(2, -12 - place))];
        var interval = HodgesLehmann.Of(untied, 0.9)!.Middle;
        Rejected(untied, interval.Lower - 1e-9).ShouldBeTrue();
        Rejected(untied, interval.Lower + 1e-9).ShouldBeFalse();
        Rejected(untied, interval.Upper - 1e-9).ShouldBeFalse();
        Rejected(untied, interval.Upper + 1e-9).ShouldBeTrue();
        interval.Lower.ShouldBe(known.Lower, 0.001);

        static bool Rejected(double[] values, double middle)
        {
            var test = WilcoxonSignedRank.Of([.. values.Select(value => value - middle)])!;
            return Math.Min(test.Greater, test.Less) <= 0.05;
        }
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(6)]
    [InlineData(10)]
    [InlineData(16)]
    public void Intervals_hold_the_middle_as_often_as_they_say_they_attain(int count)
    {
        var attained = HodgesLehmann.Of(new double[count], 0.9)!.Attained;
        attained.ShouldBeInRange(0.9, 0.97);
        // Heavy tails: a quotient of normals has not even a mean.
        Noise.Share(2_000, 19, random =>
            HodgesLehmann.Of([.. Enumerable.Range(0, count).Select(_ => 5 + Noise.Normal(random) / Noise.Normal(random))], 0.9)!.Middle.Contains(5))
            .ShouldBe(attained, 0.025);
    }
}
