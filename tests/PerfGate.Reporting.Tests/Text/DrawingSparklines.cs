using PerfGate.Reporting.Text;

namespace PerfGate.Reporting.Tests.Text;

public sealed class DrawingSparklines
{
    [Fact]
    public void They_start_from_zero() => Sparkline.Of([0, 50, 100]).ShouldBe("▁▅█");

    [Fact]
    public void Small_noise_looks_small() => Sparkline.Of([100, 99, 101]).ShouldBe("███");

    [Fact]
    public void A_gap_is_a_dot_and_not_a_low_bar() => Sparkline.Of([10, null, 10]).ShouldBe("█·█");

    [Fact]
    public void Long_series_are_averaged() => Sparkline.Of([.. Enumerable.Range(0, 3600).Select(i => (double?)i)], 8).Length.ShouldBe(8);

    [Fact]
    public void Nothing_measured_draws_nothing() => Sparkline.Of([null, null]).ShouldBeEmpty();
}
