using PerfGate.Statistics.Paired;

namespace PerfGate.Statistics.Tests.Paired;

public sealed class TwoLooks
{
    [Fact]
    public void A_slow_metric_is_flagged_confirmed_and_named_alone()
    {
        var system = new SimulatedSystem(new Random(3)) { Changes = [0, 0.2], RoundDeviation = 0.02 };
        var (screened, confirmed) = Decide(system);
        screened.Where(metric => metric.Flag is not null).ShouldHaveSingleItem().Metric.ShouldBe(SimulatedSystem.Name(1));
        var slow = confirmed.ShouldHaveSingleItem();
        (slow.Metric, slow.Flag, slow.Confirmed, slow.Rounds).ShouldBe((SimulatedSystem.Name(1), Direction.Slower, true, 12));
        LogRatio.ToChange(slow.Change!.Value).ShouldBe(0.2, 0.03);
    }

    [Fact]
    public void Swapping_the_sides_mirrors_the_decision()
    {
        var system = new SimulatedSystem(new Random(5)) { Changes = [0.15, -0.15], RoundDeviation = 0.015 };
        var (first, second) = (system.Session(10), system.Session(12));
        var (plain, mirrored) = (Decide(first, second), Decide(first.Swapped(), second.Swapped()));
        plain.Confirmed.Select(metric => (metric.Metric, metric.Flag)).ShouldBe([(SimulatedSystem.Name(0), Direction.Slower), (SimulatedSystem.Name(1), Direction.Faster)]);
        mirrored.Confirmed.Select(metric => metric.Flag).ShouldBe([Direction.Faster, Direction.Slower]);
        mirrored.Confirmed.Select(metric => metric.P).ShouldBe(plain.Confirmed.Select(metric => metric.P));
        mirrored.Confirmed.ShouldAllBe(metric => metric.Confirmed);
    }

    [Fact]
    public void What_is_sure_but_small_is_not_flagged()
    {
        var system = new SimulatedSystem(new Random(7)) { Changes = [0.015], RoundDeviation = 0.001 };
        var small = Decide(system).Screened[0];
        small.PSlower!.Value.ShouldBeLessThan(0.01);
        small.Flag.ShouldBeNull();
        small.Equivalence!.Shown.ShouldBeTrue();
    }

    [Fact]
    public void A_flag_that_does_not_come_again_is_not_confirmed()
    {
        var random = new Random(9);
        var (screened, confirmed) = Decide(
            new SimulatedSystem(random) { Changes = [0.1] }.Session(10), new SimulatedSystem(random).Session(12));
        screened[0].Flag.ShouldBe(Direction.Slower);
        confirmed.ShouldHaveSingleItem().Confirmed.ShouldBeFalse();
    }

    [Fact]
    public void What_sessions_differ_by_is_not_beyond_the_margin()
    {
        var system = new SimulatedSystem(new Random(11)) { Changes = [0.06], RoundDeviation = 0.01 };
        var (first, second) = (system.Session(10), system.Session(12));
        Decide(first, second).Confirmed.ShouldHaveSingleItem().Confirmed.ShouldBeTrue();
        Decide(first, second, sessionDeviation: 0.04).Screened[0].Flag.ShouldBeNull("no margin is reached, so no second look is due");
        var unsure = TwoLook.Confirm(second, Decide(first, second).Screened, TwoLookRule.Usual, _ => 0.04, new Random(1)).ShouldHaveSingleItem();
        unsure.Confirmed.ShouldBeFalse();
        unsure.Margin.ShouldBe(0.08);
    }

    [Fact]
    public void A_flagged_metric_that_is_not_measured_again_is_neither_lost_nor_confirmed()
    {
        var system = new SimulatedSystem(new Random(13)) { Changes = [0.2], Metrics = 2 };
        var lost = Decide(system.Session(10), system.Session(12).Only([SimulatedSystem.Name(1)])).Confirmed.ShouldHaveSingleItem();
        (lost.Rounds, lost.Change, lost.P, lost.Confirmed).ShouldBe((0, null, null, false));
    }

    [Fact]
    public void A_margin_is_two_percent_or_what_sessions_differ_by()
    {
        TwoLookRule.Usual.MarginFor(null).ShouldBe(Math.Log(1.02), 1e-12);
        TwoLookRule.Usual.MarginFor(0.005).ShouldBe(Math.Log(1.02), 1e-12);
        TwoLookRule.Usual.MarginFor(0.03).ShouldBe(0.06);
        TwoLookRule.Usual.ScreenFor(0.03).ShouldBe(0.075, 1e-12);
        Should.Throw<ArgumentOutOfRangeException>(() => TwoLookRule.Usual.MarginFor(-0.01));
        Should.Throw<ArgumentOutOfRangeException>(() => new TwoLookRule { ScreenAlpha = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new TwoLookRule { SmallestMargin = double.NaN });
    }

    [Fact]
    public void The_same_builds_are_seldom_flagged_and_hardly_ever_confirmed()
    {
        var same = OperatingPoint.Of(300, 10, 12, random => new SimulatedSystem(random) { RoundDeviation = 0.015, SessionDeviation = 0.02, Spikes = 0.1 }, 83);
        same.Screened.ShouldBeLessThan(0.2);
        same.Slower.ShouldBeLessThan(0.015);
        same.Faster.ShouldBeLessThan(0.015);
    }

    [Fact]
    public void A_tenth_slower_in_quiet_rounds_is_found()
    {
        var slower = OperatingPoint.Of(100, 10, 12, random => new SimulatedSystem(random) { Changes = [0.1], RoundDeviation = 0.015, SessionDeviation = 0.01, Spikes = 0.1 }, 89);
        slower.Found.ShouldBeGreaterThan(0.9);
    }

    [Theory]
    [InlineData(10, 12, 0.03, 0.0, 8)]
    [InlineData(10, 12, 0.015, 0.01, 1)]
    [InlineData(12, 12, 0.06, 0.02, 8)]
    [InlineData(10, 16, 0.06, 0.0, 40)]
    public void The_smallest_change_that_can_be_seen_is_seen_four_times_in_five(int screen, int confirm, double round, double session, int metrics)
    {
        var power = new TwoLookPower { RoundDeviation = round, SessionDeviation = session, Metrics = metrics };
        var change = power.SmallestChange(screen, confirm)!.Value;
        power.Of(change, screen, confirm).ShouldBe(0.8, 1e-6);
        OperatingPoint.Of(300, screen, confirm, random => new SimulatedSystem(random)
        {
            Changes = [change], Metrics = metrics, RoundDeviation = round, SessionDeviation = session, Correlation = 0,
        }, 97).Found.ShouldBe(0.8, 0.1);
    }

    [Fact]
    public void More_rounds_see_less_until_sessions_are_all_that_is_left()
    {
        var power = new TwoLookPower { RoundDeviation = 0.03, SessionDeviation = 0.01, Metrics = 8 };
        power.SmallestChange(16, 16)!.Value.ShouldBeLessThan(power.SmallestChange(10, 12)!.Value);
        var rounds = power.Rounds(0.06)!.Value;
        power.Of(0.06, rounds, rounds).ShouldBeGreaterThanOrEqualTo(0.8);
        power.Of(0.06, rounds - 1, rounds - 1).ShouldBeLessThan(0.8);
        power.Rounds(0.02).ShouldBeNull("the margin itself is 2 %");
        power.Rounds(1).ShouldBe(power.FewestRounds);
        power.FewestRounds.ShouldBe(6);
        power.Of(1, 10, 5).ShouldBe(0, "one flip in 32 is not 2.5 %");
        power.SmallestChange(4, 12).ShouldBeNull();
    }

    [Fact]
    public void What_is_no_deviation_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new TwoLookPower { RoundDeviation = 0, SessionDeviation = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new TwoLookPower { RoundDeviation = 0.01, SessionDeviation = -1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new TwoLookPower { RoundDeviation = 0.01, SessionDeviation = 0 }.Of(0.1, 1, 12));
        new TwoLookPower { RoundDeviation = 5, SessionDeviation = 0 }.SmallestChange(10, 10).ShouldBeNull();
    }

    static (IReadOnlyList<ScreenedMetric> Screened, IReadOnlyList<ConfirmedMetric> Confirmed) Decide(SimulatedSystem system) =>
        Decide(system.Session(10), system.Session(12));

    static (IReadOnlyList<ScreenedMetric> Screened, IReadOnlyList<ConfirmedMetric> Confirmed) Decide(
        PairedLogRatios first, PairedLogRatios second, double? sessionDeviation = null)
    {
        var screened = TwoLook.Screen(first, TwoLookRule.Usual, _ => sessionDeviation, new Random(1));
        return (screened, TwoLook.Confirm(second, screened, TwoLookRule.Usual, _ => sessionDeviation, new Random(1)));
    }
}
