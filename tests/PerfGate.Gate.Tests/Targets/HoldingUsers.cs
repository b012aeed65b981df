using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Gate.Suites;
using PerfGate.Gate.Targets;
using PerfGate.Gate.Tests.Criteria;

namespace PerfGate.Gate.Tests.Targets;

public sealed class HoldingUsers
{
    static readonly TargetRecord Users = new(null, Metrics.ConcurrentUsers, 1000, 500, 100);

    [Fact]
    public void Without_a_miss_all_are_held()
    {
        var users = HeldUsers.Of(Loads.Steps(30, (100, 10_000, 0), (500, 10_000, 0), (200, 10_000, 0)));
        (users.Held, users.Offered, users.Asked, users.Broken).ShouldBe((500, 500, 500, null));
    }

    [Fact]
    public void The_first_stage_that_misses_a_critical_limit_breaks_it()
    {
        var users = HeldUsers.Of(Loads.Steps(30, (100, 10_000, 0), (200, 900_000, 0), (500, 1_210_000, 0), (1_000, 3_000_000, 0)));
        (users.Held, users.Offered).ShouldBe((200, 1_000));
        users.Broken!.ShouldSatisfyAllConditions(
            b => (b.Stage, b.Users, b.FromSeconds, b.ToSeconds).ShouldBe(("hold 500", 500, 75, 105)),
            b => b.Missed!.Metric.ShouldBe(Metrics.P95),
            b => b.ToString().ShouldBe("With 500 users, from second 75 to 105, p95 of all requests is 1,210 ms, beyond its critical limit of 1,000 ms"));
    }

    [Fact]
    public void What_broke_with_fewer_users_counts_whatever_came_later() =>
        HeldUsers.Of(Loads.Steps(30, (500, 10_000, 0), (100, 1_210_000, 0))).Held.ShouldBeNull();

    [Theory]
    [InlineData(50, 200)]
    [InlineData(51, 100)]
    public void More_than_5_percent_of_failures_break_it_without_a_target_too(long failures, int held)
    {
        var users = HeldUsers.Of(Loads.Steps(30, (100, 10_000, 0), (200, 10_000, failures)) with { Targets = [] });
        users.Held.ShouldBe(held);
        users.Broken?.Why.ShouldBe("5.1 % of all requests failed, more than 5 %");
    }

    [Fact]
    public void Targets_of_one_endpoint_and_of_errors_break_it_and_throughput_does_not()
    {
        var run = Loads.Steps(30, (100, 10_000, 20));
        HeldUsers.Of(run.With(new TargetRecord(null, Metrics.ErrorRate, 0, 0, 0.01))).Broken!.Missed!.Metric.ShouldBe(Metrics.ErrorRate);
        HeldUsers.Of(run.With(new TargetRecord("/cart", Metrics.P50, 1, 2, 3))).Broken!.Missed!.Endpoint.ShouldBe("/cart");
        HeldUsers.Of(run.With(new TargetRecord("/else", Metrics.P50, 1, 2, 3))).Broken.ShouldBeNull();
        HeldUsers.Of(run.With(new TargetRecord(null, Metrics.RequestsPerSecond, 9_000, 9_000, 9_000))).Broken.ShouldBeNull();
    }

    [Fact]
    public void Users_count_when_they_ran_for_most_of_a_measured_stage()
    {
        var run = Loads.Of(
            [
                new StageRecord("warm-up", true, 0, 10, 900, [Loads.Endpoint("/cart", 10, 1_000, 10)]),
                new StageRecord("hold 10", false, 10, 20, 10, [Loads.Endpoint("/cart", 10, 1_000, 20)]),
                new StageRecord("ramp", false, 30, 20, 500, [Loads.Endpoint("/cart", 10, 1_000, 20)]),
                new StageRecord("idle", false, 50, 20, 600, []),
            ],
            [.. Enumerable.Repeat(900, 10), .. Enumerable.Repeat(10, 20), .. Enumerable.Range(1, 20).Select(i => 10 + i * 49 / 2), .. Enumerable.Repeat(600, 20)]);
        var users = HeldUsers.Of(run);
        (users.Held, users.Offered, users.Asked).ShouldBe((10, 10, 600));
    }

    [Fact]
    public void A_system_that_died_did_not_hold_those_who_ran_then()
    {
        var run = Loads.Steps(30, (100, 10_000, 0), (500, 10_000, 0)) with { End = RunEnd.SystemDied, DurationSeconds = 60 };
        var users = HeldUsers.Of(run);
        (users.Held, users.Broken!.Users, users.Broken.Why).ShouldBe((100, 500, "the system died"));
    }

    [Fact]
    public void Without_a_stage_there_is_nothing()
    {
        var users = HeldUsers.Of(Loads.Of([], []));
        (users.Held, users.Offered, users.Asked, users.Broken).ShouldBe((null, 0, 0, null));
    }

    [Theory]
    [InlineData(1_000, Tier.Target)]
    [InlineData(500, Tier.Acceptable)]
    [InlineData(100, Tier.Degraded)]
    [InlineData(99, null)]
    public void A_target_of_users_is_judged_by_those_held(int users, Tier? tier)
    {
        var result = TargetJudge.Judge(Loads.Even(30, users).With(Users)).Single();
        (result.Tier, result.Value).ShouldBe((tier, tier is null ? null : users), "fewer than the critical limit were not asked for, and that says nothing");
    }

    [Fact]
    public void A_system_that_breaks_below_its_critical_limit_is_critical()
    {
        TargetRecord[] limits = [new(null, Metrics.P95, 200, 500, 1000), Users];
        Judge(Loads.Steps(30, (50, 10_000, 0), (100, 1_210_000, 0))).ShouldBe((50, Tier.Critical));
        Judge(Loads.Steps(30, (80, 1_210_000, 0))).ShouldBe((0, Tier.Critical), "not one stage was held");
        Judge(Loads.Steps(30, (50, 10_000, 0), (200, 1_210_000, 0))).ShouldBe((null, null), "100 may be held, or not");
        Judge(Loads.Steps(30, (100, 10_000, 0), (500, 1_210_000, 0))).ShouldBe((100, Tier.Degraded));

        (double? Value, Tier? Tier) Judge(RunRecord run) => TargetJudge.Judge(run.With(limits)).Select(t => (t.Value, t.Tier)).Last();
    }

    [Fact]
    public void A_suite_sets_it_for_the_whole_system()
    {
        var limits = new List<TargetRecord>();
        var builder = new TargetBuilder(limits, name: null);
        builder.ConcurrentUsers(target: 1000, acceptable: 500, critical: 100);
        limits.ShouldBe([Users]);
        TargetProblems.Of(limits, null).ShouldBeEmpty();

        Should.Throw<ArgumentException>(() => builder.ConcurrentUsers(100, 500, 1000)).Message.ShouldContain("100, 500, 1000");
        Should.Throw<ArgumentException>(() => builder.ConcurrentUsers(3, 2, 0)).Message.ShouldContain("not below 1");
        Should.Throw<ArgumentException>(() => builder.For("/feed", feed => feed.ConcurrentUsers(3, 2, 1))).Message.ShouldContain("/feed");
        TargetProblems.Of([Users with { Endpoint = "/feed" }], null).ShouldHaveSingleItem().ShouldContain("users are those of the whole system");
    }
}
