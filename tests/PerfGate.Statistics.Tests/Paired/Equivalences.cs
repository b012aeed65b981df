using FsCheck;
using FsCheck.Fluent;
using PerfGate.Statistics.Paired;

namespace PerfGate.Statistics.Tests.Paired;

public sealed class Equivalences
{
    [Fact]
    public void Small_is_shown_by_an_interval_inside_the_margin()
    {
        double[] quiet = [-0.01, 0.01, 0.005, -0.004, 0.012, 0.002];
        Equivalence.Of(quiet, 0.05)!.Shown.ShouldBeTrue();
        Equivalence.Of(quiet, 0.01)!.Shown.ShouldBeFalse();
        Equivalence.Of([.. quiet.Select(ratio => ratio + 0.045)], 0.05)!.Shown.ShouldBeFalse();
    }

    [Fact]
    public void Few_rounds_show_nothing()
    {
        Equivalence.Of([0, 0, 0, 0], 0.05).ShouldBeNull();
        Equivalence.Of([], 0.05).ShouldBeNull();
        Equivalence.Of([0, 0, 0, 0, 0], 0.05)!.Shown.ShouldBeTrue();
    }

    [Fact]
    public void The_margin_is_as_far_either_way()
    {
        double[] slower = [0.02, 0.03, 0.04, 0.045, 0.048, 0.041];
        double[] faster = [.. slower.Select(ratio => -ratio)];
        Equivalence.Of(slower, 0.05)!.Shown.ShouldBeTrue();
        Equivalence.Of(faster, 0.05)!.Shown.ShouldBeTrue();
        Equivalence.Of(slower, 0.05)!.SmallestMargin.ShouldBe(Equivalence.Of(faster, 0.05)!.SmallestMargin);
    }

    [Fact]
    public void The_smallest_margin_is_where_showing_begins() => Prop.ForAll(Noise.Values, values =>
    {
        var smallest = Equivalence.Of(values, 0.05)!.SmallestMargin;
        if (smallest == 0) return;
        Equivalence.Of(values, smallest * (1 + 1e-9))!.Shown.ShouldBeTrue();
        Equivalence.Of(values, smallest * (1 - 1e-9))!.Shown.ShouldBeFalse();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void It_is_the_two_one_sided_signed_rank_tests() => Prop.ForAll(Noise.Values, values =>
    {
        // Off every tie, and off the margin.
        double[] untied = [.. values.Select((value, place) => value / 8 + Math.Pow(2, -15 - place))];
        var margin = LogRatio.OfChange(0.05);
        var notSlower = WilcoxonSignedRank.Of([.. untied.Select(value => value - margin)])!.Less;
        var notFaster = WilcoxonSignedRank.Of([.. untied.Select(value => value + margin)])!.Greater;
        Equivalence.Of(untied, 0.05)!.Shown.ShouldBe(Math.Max(notSlower, notFaster) <= 0.05);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Sessions_that_differ_widen_it()
    {
        double[] quiet = [-0.01, 0.01, 0.005, -0.004, 0.012, 0.002];
        var wide = Equivalence.Of(quiet, 0.05, sessionDeviation: 0.03)!;
        wide.Shown.ShouldBeFalse();
        wide.Change.Estimate.ShouldBe(Equivalence.Of(quiet, 0.05)!.Change.Estimate);
        // 1.645 deviations of the session, and what the rounds add in quadrature.
        (wide.Change.Upper - wide.Change.Estimate).ShouldBeInRange(1.6448 * 0.03, 1.6448 * 0.03 + 0.01);
    }

    [Fact]
    public void What_is_no_margin_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Equivalence.Of([1, 2, 3, 4, 5], 0));
        Should.Throw<ArgumentOutOfRangeException>(() => Equivalence.Of([1, 2, 3, 4, 5], 0.05, alpha: 0.5));
        Should.Throw<ArgumentOutOfRangeException>(() => Equivalence.Of([1, 2, 3, 4, 5], 0.05, sessionDeviation: -1));
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(12, 0.02)]
    public void A_change_as_large_as_the_margin_is_called_none_as_often_as_alpha_says(int rounds, double sessionDeviation) =>
        Noise.Share(3_000, 73, random => Equivalence.Of(
            Noise.Normals(random, rounds, LogRatio.OfChange(0.08) + sessionDeviation * Noise.Normal(random), 0.03), 0.08, sessionDeviation: sessionDeviation)!.Shown)
            .ShouldBeInRange(0.025, 0.065);
}
