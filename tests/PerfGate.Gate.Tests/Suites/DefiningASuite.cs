using PerfGate.Environments.Embedded;
using PerfGate.Gate.Suites;
using PerfGate.Load;

namespace PerfGate.Gate.Tests.Suites;

public sealed class DefiningASuite
{
    [Fact]
    public void It_starts_with_the_nine_standard_profiles() =>
        Defined(_ => { }).Profiles.Keys.ShouldBe(["quick", "rate", "warm-up", "normal", "peak", "stress", "spike", "soak", "breakpoint"]);

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
    public void A_mix_stands_beside_the_suites_own_users_and_leaves_out_whom_it_does_not_name()
    {
        var suite = Defined(suite => suite.Users<Visitor>(weight: 9).Users<Seller>().Mix("sellers", mix => mix.Users<Seller>(weight: 3)));
        suite.Users.Select(u => (u.Name, u.Weight)).ShouldBe([("Visitor", 9), ("Seller", 1)]);
        suite.Mixes.ShouldHaveSingleItem().Key.ShouldBe("sellers");
        suite.Mixes["sellers"].Select(u => (u.Name, u.Weight)).ShouldBe([("Seller", 3)]);
    }

    [Fact]
    public void Every_mistake_in_a_mix_is_told_at_once()
    {
        var problems = Defined(suite => suite
            .Users<Visitor>()
            .Mix(" ", mix => mix.Users<Visitor>())
            .Mix("empty", _ => { })
            .Mix("twice", mix => mix.Users<Visitor>().Users<Visitor>(weight: 2))
            .Mix("again", mix => mix.Users<Visitor>())
            .Mix("again", mix => mix.Users<Visitor>())
            .Mix("weightless", mix => mix.Users<Seller>(weight: 0))).Problems().ToList();

        problems.ShouldContain(p => p.Contains("A mix has a name"));
        problems.ShouldContain(p => p.Contains("'empty' has no users"));
        problems.ShouldContain(p => p.Contains("'twice' has Visitor more than once"));
        problems.ShouldContain(p => p.Contains("'again' is defined twice"));
        problems.ShouldContain(p => p.Contains("Seller has weight 0"));
    }

    [Fact]
    public void Every_suite_asks_for_no_leak_stable_connections_and_no_crashes() =>
        Defined(_ => { }).Criteria.Select(c => c.Kind).ShouldBe(["no-memory-leak", "stable-connections", "no-crashes"]);

    [Fact]
    public void A_criterion_is_added_to_those_of_every_suite_or_replaces_one()
    {
        var criteria = Defined(suite => suite.Criteria(c => c.ErrorRate(below: 0.01)).Criteria(c => c.NoMemoryLeak(growth: 0.5))).Criteria;
        criteria.Select(c => (c.Kind, c.Limit)).ShouldBe([("error-rate", 0.01), ("no-memory-leak", 0.5), ("stable-connections", null), ("no-crashes", null)]);
    }

    [Fact]
    public void A_criterion_out_of_range_is_a_problem() =>
        Defined(suite => suite.Criteria(c => c.ErrorRate(below: 5))).Problems().ShouldContain(p => p.Contains("this is 5"));

    [Fact]
    public void Slow_are_requests_over_two_seconds_unless_the_suite_says_otherwise()
    {
        Defined(_ => { }).SlowerThan.ShouldBe(TimeSpan.FromSeconds(2));
        Defined(suite => suite.SlowerThan(0.5.Seconds())).SlowerThan.ShouldBe(TimeSpan.FromSeconds(0.5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(3601)]
    public void Slow_is_a_time_up_to_an_hour(int seconds) =>
        Defined(suite => suite.SlowerThan(seconds.Seconds())).Problems().ShouldContain(p => p.Contains("at most 1 hour"));

    [Fact]
    public void A_limit_of_an_endpoint_is_of_its_method_and_name()
    {
        var limit = Defined(suite => suite.Targets(t => t.For(Endpoint.Post("/a?page=1"), one => one.P50(1, 2, 3)))).Targets.ShouldHaveSingleItem().Limit;
        (limit.Endpoint, limit.Method).ShouldBe(("/a", "POST"));
        Defined(suite => suite.Targets(t => t.For("/a", one => one.P50(1, 2, 3)))).Targets.ShouldHaveSingleItem().Limit.Method.ShouldBeNull();
    }

    [Fact]
    public void A_mistake_says_where_it_is_and_nothing_of_parameters() =>
        Defined(suite => suite
            .Profile("lunch", p => p.Hold(at: 10, -1.Seconds()))
            .Profile("dinner", p => p.Ramp(to: -5, over: 1.Seconds()))
            .Targets(t => t.For(Endpoint.Post("/notes"), one => one.P95(3, 2, 1)))
            .Targets(t => t.For("/notes", one => one.ErrorRate(3, 2, 1)))
            .Targets(t => t.For("/notes", one => one.Throughput(1, 2, 3)))
            .Targets(t => t.For(" ", one => one.P95(1, 2, 3)))).Problems().Take(6).ShouldBe(
            [
                "Profile 'lunch': Stage 'hold 10' lasts -00:00:01; a stage lasts more than zero.",
                "Profile 'dinner': Stage 'ramp to -5' goes to -5 users; their number is 0 or more.",
                "Limits of p95 of POST /notes go up from target to critical, and not below 0: 3, 2, 1.",
                "Limits of error rate of /notes go up from target to critical, and not below 0: 3, 2, 1.",
                "Limits of the throughput of /notes go down from target to critical, and not below 0: 1, 2, 3.",
                "Limits hold for an endpoint with a name, and this one is empty.",
            ]);

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
        problems.ShouldContain(p => p.Contains("Limits of p95 of all requests go up"));
        problems.ShouldContain(p => p.Contains("Limits of the throughput of all requests go down"));
        problems.ShouldContain(p => p.Contains("'moon'"));
        problems.ShouldContain(p => p.Contains("no users"));
        problems.ShouldContain(p => p.Contains("suite.Embedded"));
    }

    [Fact]
    public void A_fault_puts_its_size_into_the_variables_that_switch_it_on()
    {
        var fault = Defined(suite => suite.Fault("slow-tail", "TAIL_PERCENT={value}", "TAIL_MS=50", "TAIL_NOTE=a={value} %")).Faults["slow-tail"];
        fault.HasValue.ShouldBeTrue();
        var injection = fault.Of("2");
        injection.Name.ShouldBe("slow-tail:2");
        injection.Variables.ShouldBe(new Dictionary<string, string> { ["TAIL_PERCENT"] = "2", ["TAIL_MS"] = "50", ["TAIL_NOTE"] = "a=2 %" });
    }

    [Fact]
    public void A_fault_without_a_size_has_the_name_alone()
    {
        var fault = Defined(suite => suite.Fault("n-plus-one", "N_PLUS_ONE=1")).Faults["n-plus-one"];
        fault.HasValue.ShouldBeFalse();
        fault.Of(null).Name.ShouldBe("n-plus-one");
        fault.Of(null).Variables.ShouldBe(new Dictionary<string, string> { ["N_PLUS_ONE"] = "1" });
    }

    [Fact]
    public void Every_mistake_in_a_fault_is_told_at_once()
    {
        var problems = Defined(suite => suite
            .Fault(" ", "A=1")
            .Fault("idle")
            .Fault("nameless", "=1")
            .Fault("loose", "A=1", "LOOSE")
            .Fault("double", "A=1", "A={value}")
            .Fault("again", "A=1")
            .Fault("again", "B=1")).Problems().ToList();

        problems.ShouldContain("A fault has a name, and this one's is empty.");
        problems.ShouldContain(p => p.Contains("'idle' is switched on by variables such as FAULT_CPU_PERCENT={value}: there are none."));
        problems.ShouldContain(p => p.Contains("'nameless'") && p.EndsWith(": =1."));
        problems.ShouldContain(p => p.Contains("'loose'") && p.EndsWith(": A=1, LOOSE."));
        problems.ShouldContain("Fault 'double' sets A more than once.");
        problems.ShouldContain("Fault 'again' is defined twice.");
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
    public sealed class Seller : VirtualUser
    {
        [UserTask]
        public Task Sell(UserContext user) => Task.CompletedTask;
    }
}
