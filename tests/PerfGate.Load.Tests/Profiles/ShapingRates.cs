using PerfGate.Load.Profiles;

namespace PerfGate.Load.Tests.Profiles;

public sealed class ShapingRates
{
    static readonly Profile Example =
        new ProfileBuilder().WarmUpRate(to: 40, over: 10.Seconds()).HoldRate(20.Seconds()).RampRate(to: 0.5, over: 5.Seconds()).Build("example");

    [Fact]
    public void Each_stage_begins_with_the_rate_at_which_the_one_before_it_ended()
    {
        Example.Stages.Select(s => s.Arrivals).ShouldBe([new(0, 40), new(40, 40), new(40, 0.5)]);
        Example.Stages.Select(s => (s.Name, s.WarmUp)).ShouldBe([("warm-up to 40/s", true), ("hold 40/s", false), ("ramp to 0.5/s", false)]);
        (Example.HasArrivals, Example.PeakRate).ShouldBe((true, 40));
    }

    [Fact]
    public void After_users_a_rate_begins_at_zero_and_after_a_rate_users_do()
    {
        var mixed = new ProfileBuilder().Hold(at: 5, 1.Seconds()).RampRate(to: 9, over: 1.Seconds()).Ramp(to: 4, over: 1.Seconds()).Build("mixed");
        mixed.Stages[1].Arrivals.ShouldBe(new Arrivals(0, 9));
        mixed.Stages[2].FromUsers.ShouldBe(0);
    }

    [Fact]
    public void Steps_are_reached_in_warm_ups_and_may_have_time_without_arrivals_between()
    {
        var steps = new ProfileBuilder().StepsRate([50, 100.5], hold: 3.Minutes(), risePerSecond: 50, coolDown: 1.Minutes(), settle: 10.Seconds()).Build("steps");
        steps.Stages.Select(s => (s.Arrivals, s.Duration, s.WarmUp)).ShouldBe([
            (new(0, 50), 1.Seconds(), true), (new(50, 50), 10.Seconds(), true), (new(50, 50), 3.Minutes(), false),
            (new(50, 0), 1.Seconds(), true), (new(0, 0), 59.Seconds(), true),
            (new(0, 100.5), 2.01.Seconds(), true), (new(100.5, 100.5), 10.Seconds(), true), (new(100.5, 100.5), 3.Minutes(), false)]);
    }

    [Fact]
    public void Without_a_cool_down_one_step_leads_to_the_next()
    {
        var steps = new ProfileBuilder().StepsRate([10, 30, 20], hold: 5.Seconds(), risePerSecond: 10, coolDown: TimeSpan.Zero).Build("steps");
        steps.Stages.Select(s => (s.Arrivals, s.Duration)).ShouldBe([
            (new(0, 10), 1.Seconds()), (new(10, 10), 5.Seconds()), (new(10, 30), 2.Seconds()), (new(30, 30), 5.Seconds()), (new(30, 20), 1.Seconds()), (new(20, 20), 5.Seconds())]);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(-1, 10)]
    [InlineData(double.NaN, 10)]
    [InlineData(10, 0)]
    [InlineData(10, double.NaN)]
    public void Steps_that_cannot_be_are_refused(double rate, double risePerSecond) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new ProfileBuilder().StepsRate([rate], hold: 5.Seconds(), risePerSecond, coolDown: TimeSpan.Zero));

    [Theory]
    [InlineData(0.5, 10)]
    [InlineData(5, 10)]
    [InlineData(40, 80)]
    [InlineData(40.1, 81)]
    [InlineData(1000, 2000)]
    [InlineData(20_000, 2000)]
    public void A_pool_has_what_the_peak_rate_needs_for_tasks_of_two_seconds_within_bounds(double rate, int users) =>
        new ProfileBuilder().HoldRate(rate, 10.Seconds()).Build("rate").PoolUsers.ShouldBe(users);

    [Fact]
    public void A_pool_can_be_given_and_is_counted_among_the_users()
    {
        var given = new ProfileBuilder().Hold(at: 5, 1.Seconds()).HoldRate(100, 1.Seconds()).Pool(30).Build("given");
        (given.PoolUsers, given.PeakUsers).ShouldBe((30, 35));
        new ProfileBuilder().Hold(at: 5, 1.Seconds()).Pool(30).Build("closed").PoolUsers.ShouldBe(0);
    }

    [Fact]
    public void Scaled_in_time_rates_stay()
    {
        var scaled = Example.ScaledInTime(0.1);
        scaled.Duration.ShouldBe(3.5.Seconds());
        scaled.Stages.Select(s => s.Arrivals).ShouldBe(Example.Stages.Select(s => s.Arrivals));
        scaled.Arrivals().Total.ShouldBe(Example.Arrivals().Total / 10, tolerance: 1e-9);
    }

    [Fact]
    public void Scaled_to_a_peak_of_users_the_pool_is_that_large_and_rates_stay()
    {
        var scaled = Example.ScaledToPeak(7);
        (scaled.PoolUsers, scaled.PeakUsers, scaled.PeakRate).ShouldBe((7, 7, 40));
    }

    [Fact]
    public void Scaled_to_a_rate_the_shape_and_the_users_of_closed_stages_stay()
    {
        var scaled = Example.ScaledToRate(3000);
        scaled.Stages.Select(s => s.Arrivals!.ToRate).ShouldBe([3000, 3000, 37.5]);
        scaled.PoolUsers.ShouldBe(2000);
        new ProfileBuilder().Hold(at: 5, 1.Seconds()).HoldRate(100, 1.Seconds()).Build("mixed").ScaledToRate(10).Stages[0].FromUsers.ShouldBe(5);
        Should.Throw<ArgumentOutOfRangeException>(() => Example.ScaledToRate(0));
        Should.Throw<ArgumentOutOfRangeException>(() => Example.ScaledToRate(double.NaN));
        Should.Throw<InvalidOperationException>(() => new ProfileBuilder().Hold(at: 5, 1.Seconds()).Build("closed").ScaledToRate(3))
            .Message.ShouldContain("no rate of arrivals to scale");
    }

    [Fact]
    public void What_cannot_be_load_is_not_built()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new ProfileBuilder().HoldRate(-0.1, 1.Seconds()));
        Should.Throw<ArgumentOutOfRangeException>(() => new ProfileBuilder().HoldRate(double.NaN, 1.Seconds()));
        Should.Throw<ArgumentOutOfRangeException>(() => new ProfileBuilder().HoldRate(1_000_001, 1.Seconds())).Message.ShouldContain("at most 1,000,000 per second");
        Should.Throw<ArgumentOutOfRangeException>(() => new ProfileBuilder().HoldRate(1, TimeSpan.Zero)).Message.ShouldContain("lasts more than zero");
        Should.Throw<ArgumentOutOfRangeException>(() => new ProfileBuilder().Pool(0));
        Should.Throw<ArgumentException>(() => new ProfileBuilder().HoldRate(0.01, 10.Seconds()).Build("rare")).Message.ShouldContain("never has an arrival: its rates add up to 0.1");
        Should.Throw<ArgumentException>(() => new ProfileBuilder().WarmUpRate(to: 5, over: 10.Seconds()).Build("warm")).Message.ShouldContain("measures nothing");
    }

    [Fact]
    public void A_stage_made_by_hand_is_open_or_closed_and_has_rates_that_can_be()
    {
        var stage = new Stage("a", 3, 3, 1.Seconds(), WarmUp: false) { Arrivals = new(double.NaN, 5) };
        var problems = new Profile("bad", [stage]) { Pool = 0 }.Problems().ToList();
        problems.Count.ShouldBe(3);
        problems[0].ShouldContain("from NaN to 5 arrivals per second");
        problems[1].ShouldContain("open or closed, not both");
        problems[2].ShouldContain("The pool of profile 'bad' has 0 users");
    }
}
