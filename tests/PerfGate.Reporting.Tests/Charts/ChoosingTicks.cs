using PerfGate.Reporting.Charts;

namespace PerfGate.Reporting.Tests.Charts;

public sealed class ChoosingTicks
{
    [Fact]
    public void They_are_round_and_reach_above_the_highest_value() => Ticks.Linear(87, 4).ShouldBe([0, 50, 100]);

    [Fact]
    public void A_highest_value_that_is_round_is_the_last_tick() => Ticks.Linear(100, 4).ShouldBe([0, 50, 100]);

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Without_a_highest_value_there_is_still_an_axis(double highest) => Ticks.Linear(highest, 4).ShouldBe([0, 1]);

    [Fact]
    public void They_are_few_whatever_the_size()
    {
        for (var highest = 1e-6; highest < 1e9; highest *= 1.37)
        {
            var ticks = Ticks.Linear(highest, 4);
            ticks.Count.ShouldBeInRange(2, 6);
            ticks[^1].ShouldBeGreaterThanOrEqualTo(highest * (1 - 1e-9));
        }
    }

    [Fact]
    public void Time_is_cut_as_clocks_are()
    {
        Ticks.Time(60, 7).ShouldBe([0, 10, 20, 30, 40, 50, 60]);
        Ticks.Time(300, 7).ShouldBe([0, 60, 120, 180, 240, 300]);
        Ticks.Time(3600, 7).Count.ShouldBe(7);
        Ticks.Time(1e6, 7).Count.ShouldBeLessThanOrEqualTo(8);
    }

    [Fact]
    public void Logarithmic_ones_thin_out_over_many_decades()
    {
        Ticks.Logarithmic(900, 12_000, 8).ShouldBe([1000, 2000, 5000, 10_000]);
        Ticks.Logarithmic(90, 1.2e9, 8).ShouldAllBe(t => Math.Abs(Math.Log10(t) - Math.Round(Math.Log10(t))) < 1e-9);
    }

    [Theory]
    [InlineData(5, "0:05")]
    [InlineData(90, "1:30")]
    [InlineData(3720, "1:02:00")]
    public void Seconds_read_as_a_clock(double seconds, string said) => Ticks.Clock(seconds).ShouldBe(said);
}
