using PerfGate.Gate.Records;
using PerfGate.Gate.Targets;
using PerfGate.Gate.Tests.Criteria;

namespace PerfGate.Gate.Tests.Targets;

public sealed class HoldingRates
{
    [Fact]
    public void Without_a_miss_all_are_held()
    {
        var rate = HeldRate.Of(Loads.Rates(30, (20, 10_000, 0), (50.5, 10_000, 0), (40, 10_000, 0)));
        (rate.Held, rate.Offered, rate.Broken).ShouldBe((50.5, 50.5, null));
    }

    [Fact]
    public void The_first_stage_that_misses_a_critical_limit_breaks_it()
    {
        var rate = HeldRate.Of(Loads.Rates(30, (20, 10_000, 0), (50, 1_210_000, 0), (80, 3_000_000, 0)));
        (rate.Held, rate.Offered).ShouldBe((20, 80));
        rate.Broken!.ToString().ShouldBe("At 50 arrivals a second, from second 40 to 70, p95 of all requests is 1,210 ms, beyond its critical limit of 1,000 ms");
    }

    [Theory]
    [InlineData(15, 50)]
    [InlineData(16, 20)]
    public void Arrivals_that_find_no_idle_user_break_it_although_the_others_were_answered_in_time(long dropped, double held)
    {
        var rate = HeldRate.Of(Loads.Rates(30, (20, 10_000, 0), (50, 10_000, dropped)));
        rate.Held.ShouldBe(held);
        rate.Broken?.Why.ShouldBe("1.07 % of all arrivals found all 100 users of the pool busy, more than 1 %");
    }

    [Fact]
    public void A_rate_at_which_nothing_came_back_was_not_held()
    {
        var run = Loads.Rates(30, (20, 10_000, 0), (50, 10_000, 900));
        HeldRate.Of(run with { Stages = [.. run.Stages.Take(3), run.Stages[3] with { Endpoints = [] }] }).Broken!.Rate.ShouldBe(50);
    }

    [Fact]
    public void A_ramp_and_a_stage_that_did_not_keep_its_start_hold_no_rate()
    {
        var run = Loads.Rates(30, (20, 10_000, 0), (50, 10_000, 0), (80, 10_000, 0));
        HeldRate.Of(run with { Stages = [.. run.Stages.Select(s => s.Rate == 20 ? s : s with { StartRate = s.Rate == 50 ? 20 : null })] }).Held.ShouldBe(20);
    }

    [Fact]
    public void Users_of_a_pool_are_not_users_that_were_held_and_users_are_no_rate()
    {
        var users = HeldUsers.Of(Loads.Rates(30, (20, 10_000, 0), (50, 1_210_000, 0)));
        (users.Held, users.Offered, users.Asked, users.Broken).ShouldBe((null, 0, 0, null));
        var rate = HeldRate.Of(Loads.Steps(30, (100, 1_210_000, 0)));
        (rate.Held, rate.Offered, rate.Broken).ShouldBe((null, null, null));
    }
}
