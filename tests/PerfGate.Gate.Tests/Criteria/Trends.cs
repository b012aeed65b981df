using PerfGate.Gate.Criteria;

namespace PerfGate.Gate.Tests.Criteria;

public sealed class Trends
{
    [Fact]
    public void A_line_has_its_slope_its_level_and_the_seconds_it_was_seen_in()
    {
        var trend = Of(300, s => 1_000 + 2 * s)!;
        trend.Slope.ShouldBe(2, 1e-9);
        foreach (var end in new[] { trend.Lower, trend.Upper, trend.LateLower }) end.ShouldBe(2, 1e-9, "a line without noise is known exactly");
        (trend.Start, trend.End).ShouldBe((75, 300));
        trend.Level.ShouldBe(1_000 + 2 * 187.5, 3);
        trend.LeastSeen.ShouldBe(450, 1e-9);
    }

    [Fact]
    public void What_happens_before_and_after_is_not_looked_at() =>
        Trend.Of(Seconds(400), [.. Seconds(400).Select(s => (double?)(s < 150 ? 1e9 : s >= 300 ? -1e9 : s))], 100, 300)!.Slope.ShouldBe(1, 1e-9);

    [Fact]
    public void A_climb_is_one_above_a_limit_only()
    {
        var trend = Of(300, s => 1_000 + 2 * s)!;
        (trend.ClimbsAbove(1.9), trend.StaysBelow(1.9)).ShouldBe((true, false));
        (trend.ClimbsAbove(2.1), trend.StaysBelow(2.1)).ShouldBe((false, true));
    }

    [Fact]
    public void What_climbed_and_then_held_climbs_no_more()
    {
        var trend = Of(300, s => Math.Min(s, 170))!;
        trend.LateLower.ShouldBe(0);
        trend.ClimbsAbove(0.01).ShouldBeFalse();
    }

    [Theory]
    [InlineData(60)]
    [InlineData(100)]
    [InlineData(300)]
    public void What_settles_more_and_more_slowly_is_no_climb(double seconds) =>
        Of(300, s => 200 + 60 * (1 - Math.Exp(-s / seconds)))!.ClimbsAbove(40 / 1_800.0).ShouldBeFalse();

    [Fact]
    public void What_settles_and_leaks_climbs() =>
        Of(300, s => 200 + 60 * (1 - Math.Exp(-s / 60)) + 0.2 * s)!.ClimbsAbove(40 / 1_800.0).ShouldBeTrue();

    [Fact]
    public void What_climbs_faster_and_faster_climbs() => Of(300, s => s * s)!.ClimbsAbove(1).ShouldBeTrue();

    [Fact]
    public void Sawteeth_of_collections_are_no_climb()
    {
        foreach (var period in new[] { 10, 25, 40, 60 })
            Of(300, s => 200 + 40 * (s % period) / period)!.ClimbsAbove(40 / 1_800.0).ShouldBeFalse();
    }

    [Fact]
    public void Turning_it_upside_down_mirrors_it()
    {
        var noise = Loads.Noise(3);
        var values = Seconds(300).Select(s => (double?)(s + 20 * noise(s))).ToList();
        var (up, down) = (Trend.Of(Seconds(300), values, 0, 300)!, Trend.Of(Seconds(300), [.. values.Select(v => -v)], 0, 300)!);
        down.Slope.ShouldBe(-up.Slope, 1e-9);
        down.Lower.ShouldBe(-up.Upper, 1e-9);
        down.Upper.ShouldBe(-up.Lower, 1e-9);
    }

    [Fact]
    public void Too_few_values_have_no_trend()
    {
        Of(12, s => s).ShouldBeNull();
        Of(16, s => s).ShouldNotBeNull();
        Of(300, s => s % 30 < 1 ? s : null).ShouldBeNull("eight values in 225 s");
        Of(300, _ => null).ShouldBeNull();
        Trend.Of([], [], 0, 300).ShouldBeNull();
    }

    [Fact]
    public void Seconds_that_could_not_be_read_leave_a_gap_and_no_zero() =>
        Of(300, s => s is > 120 and < 160 ? null : 500 + s)!.Slope.ShouldBe(1, 0.01);

    [Fact]
    public void Noise_that_remembers_itself_is_hardly_ever_a_climb()
    {
        // 200 MiB, 5 MiB up and down over some ten seconds, and a limit of 40 MiB in 30 minutes.
        var alarms = Enumerable.Range(0, 500).Count(seed =>
        {
            var noise = Loads.Noise(seed);
            return Of(300, s => 200 + 5 * noise(s))!.ClimbsAbove(40 / 1_800.0);
        });
        alarms.ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public void A_leak_is_nearly_always_seen_through_such_noise()
    {
        var seen = Enumerable.Range(0, 200).Count(seed =>
        {
            var noise = Loads.Noise(seed);
            return Of(300, s => 200 + 0.3 * s + 5 * noise(s))!.ClimbsAbove(40 / 1_800.0);
        });
        seen.ShouldBeGreaterThanOrEqualTo(180);
    }

    static Trend? Of(int seconds, Func<double, double?> value) => Trend.Of(Seconds(seconds), [.. Seconds(seconds).Select(value)], 0, seconds);

    static IReadOnlyList<double> Seconds(int seconds) => [.. Enumerable.Range(0, seconds).Select(s => (double)s)];
}
