using PerfGate.Environments.Embedded;
using PerfGate.Gate.Suites;
using PerfGate.Load;

namespace PerfGate.Gate.Tests.Suites;

public sealed class DefiningASuite
{
    [Fact]
    public void It_starts_with_the_eight_standard_profiles() =>
        Defined(_ => { }).Profiles.Keys.ShouldBe(["quick", "warm-up", "normal", "peak", "stress", "spike", "soak", "breakpoint"]);

    [Fact]
    public void A_profile_of_the_same_name_replaces_a_standard_one() =>
        Defined(suite => suite.Profile("quick", p => p.Hold(at: 3, 1.Seconds()))).Profiles["quick"].PeakUsers.ShouldBe(3);

    [Fact]
    public void A_limit_can_hold_for_some_profiles_only()
    {
        var target = Defined(suite => suite.Targets(t => t.P95(1, 2, 3), "peak", "stress")).Targets.ShouldHaveSingleItem();
        target.HoldsFor("peak").ShouldBeTrue();
        target.HoldsFor("quick").ShouldBeFalse();
    }

    [Fact]
    public void A_limit_for_an_endpoint_names_it() =>
        Defined(suite => suite.Targets(t => t.For("/a", one => one.P50(1, 2, 3)))).Targets.ShouldHaveSingleItem().Limit.Endpoint.ShouldBe("/a");

    [Fact]
    public void Every_mistake_is_told_at_once()
    {
        var problems = Defined(suite => suite
            .Profile("negative", p => p.Hold(at: 10, -1.Seconds()))
            .Profile("nobody", p => p.Hold(at: 0, 1.Seconds()))
            .Profile("unmeasured", p => p.WarmUp(to: 10, over: 1.Seconds()))
            .Targets(t => t.P95(target: 3, acceptable: 2, critical: 1))
            .Targets(t => t.Throughput(target: 1, acceptable: 2, critical: 3))
            .Targets(t => t.P50(1, 2, 3), "moon")).Problems().ToList();

        problems.ShouldContain(p => p.Contains("lasts more than zero"));
        problems.ShouldContain(p => p.Contains("'nobody' never has a user"));
        problems.ShouldContain(p => p.Contains("'unmeasured' measures nothing"));
        problems.ShouldContain(p => p.Contains("p95 go up"));
        problems.ShouldContain(p => p.Contains("go down"));
        problems.ShouldContain(p => p.Contains("'moon'"));
        problems.ShouldContain(p => p.Contains("no users"));
        problems.ShouldContain(p => p.Contains("suite.Embedded"));
    }

    [Fact]
    public void A_complete_one_has_no_problem() =>
        Defined(suite => suite
            .Users<Visitor>()
            .Embedded(new EmbeddedDefinition { Services = [new ServiceDefinition { Name = "site", Program = "site" }] })).Problems().ShouldBeEmpty();

    static SuiteDefinition Defined(Action<SuiteBuilder> define) => new Sketch(define).Build(AppContext.BaseDirectory);

    sealed class Sketch(Action<SuiteBuilder> define) : PerfSuite
    {
        public override string Name => "sketch";

        public override string Folder => ".";

        protected override void Define(SuiteBuilder suite) => define(suite);
    }

    public sealed class Visitor : VirtualUser
    {
        [UserTask]
        public Task Visit(UserContext user) => Task.CompletedTask;
    }
}
