using PerfGate.Gate.Results;
using PerfGate.Reporting.Charts;

namespace PerfGate.Reporting.Tests.Charts;

public sealed class PlacingRatios
{
    const double Tolerance = 0.05;

    [Fact]
    public void Twice_as_slow_and_twice_as_fast_are_equally_far_from_no_change()
    {
        var axis = RatioAxis.Of([Change(-0.5, 0, 1)], Tolerance);
        (axis.At(1) - axis.At(0)).ShouldBe(axis.At(0) - axis.At(-0.5), 1e-9);
    }

    [Fact]
    public void The_tolerance_is_always_in_sight()
    {
        var axis = RatioAxis.Of([Change(-0.001, 0, 0.001)], Tolerance);
        axis.IsBeyond(0.05).ShouldBeFalse();
        axis.IsBeyond(-0.05).ShouldBeFalse();
        axis.Ticks().ShouldBe([-0.05, 0, 0.05]);
    }

    [Fact]
    public void A_wider_tolerance_makes_a_wider_axis()
    {
        var axis = RatioAxis.Of([Change(-0.001, 0, 0.001)], tolerance: 0.2);
        axis.IsBeyond(0.2).ShouldBeFalse();
        axis.IsBeyond(1 / 1.2 - 1).ShouldBeFalse();
    }

    [Fact]
    public void What_is_far_beyond_ends_at_the_edge()
    {
        var axis = RatioAxis.Of([Change(-0.999, 0.2, 900)], Tolerance);
        axis.IsBeyond(900).ShouldBeTrue();
        axis.At(900).ShouldBe(96, 1e-9);
        axis.At(-1).ShouldBe(4, 1e-9);
    }

    [Fact]
    public void Labels_never_touch()
    {
        for (var reach = 0.01; reach < 20; reach *= 1.3)
        {
            var axis = RatioAxis.Of([Change(-reach / (1 + reach), 0, reach * 0.7)], Tolerance);
            var places = axis.Ticks().Select(axis.At).ToList();
            places.Zip(places.Skip(1)).ShouldAllBe(p => p.Second - p.First >= 12.5);
            axis.Ticks().ShouldContain(0);
            places.Count.ShouldBeInRange(2, 8);
        }
    }

    [Fact]
    public void Nothing_to_draw_is_still_an_axis() => RatioAxis.Of([], Tolerance).Ticks().ShouldBe([-0.05, 0, 0.05]);

    static Comparison Change(double lower, double change, double upper) =>
        new() { Endpoint = "/", Metric = "p50", Change = change, Lower = lower, Upper = upper, Verdict = Verdict.Passed };
}
