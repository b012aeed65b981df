using PerfGate.Reporting.Charts;

namespace PerfGate.Reporting.Tests.Charts;

public sealed class ShowingRanges
{
    [Fact]
    public void Values_that_hardly_differ_stay_close_together()
    {
        var (scale, _) = ValueRange.Of([1000, 1001], 100, 0);
        (scale.At(1000) - scale.At(1001)).ShouldBeLessThan(2);
        (scale.To - scale.From).ShouldBeInRange(100, 130);
    }

    [Fact]
    public void All_of_them_are_inside_and_ticks_are_too()
    {
        var random = new Random(3);
        for (var i = 0; i < 200; i++)
        {
            double[] values = [.. Enumerable.Range(0, 1 + i % 7).Select(_ => Math.Exp(random.NextDouble() * (1 + i % 9)))];
            var (scale, ticks) = ValueRange.Of(values, 100, 0);
            values.ShouldAllBe(v => v >= scale.From && v <= scale.To);
            ticks.ShouldAllBe(t => t >= scale.From - 1e-9 && t <= scale.To + 1e-9);
            ticks.Count.ShouldBeInRange(1, 8);
        }
    }

    [Fact]
    public void Worlds_apart_is_logarithmic() => ValueRange.Of([1, 900], 100, 0).Scale.Logarithmic.ShouldBeTrue();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 0.02)]
    public void Rates_do_not_fall_below_zero(double low, double high) => ValueRange.Of([low, high], 100, 0).Scale.From.ShouldBe(0);
}
