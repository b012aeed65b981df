using PerfGate.Gate.Baselines;
using PerfGate.Gate.Judging;
using PerfGate.Gate.Recording;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Gate.Tests.Criteria;

namespace PerfGate.Gate.Tests.Judging;

/// <summary>Breakpoint: the load is raised until a critical limit breaks; that it breaks is the answer, not a failure.</summary>
public sealed class SearchingForTheBreakingLoad
{
    static GateResult Decide(RunRecord run, bool search = true) =>
        Judge.Decide(Whole(run) with { UntilItBreaks = search, End = search ? RunEnd.Stopped : RunEnd.Completed }, BaselineSearch.Nothing, new JudgeSettings());

    // The requests of all steps together, as a recorder adds them up.
    static RunRecord Whole(RunRecord run)
    {
        var measured = run.Stages.Where(s => !s.WarmUp).ToList();
        var endpoints = EndpointMerge.ByName(measured.SelectMany(s => s.Endpoints), measured.Sum(s => s.DurationSeconds));
        var totals = new Totals(endpoints.Sum(e => e.Requests), endpoints.Sum(e => e.Failures), measured.Sum(s => s.DurationSeconds));
        return run with { Totals = totals, Endpoints = endpoints, Overall = EndpointMerge.All(endpoints, totals.Seconds) };
    }

    [Fact]
    public void The_step_that_broke_is_the_answer_and_what_was_held_is_judged()
    {
        var result = Decide(Loads.Steps(30, (100, 10_000, 0), (200, 20_000, 0), (500, 1_210_000, 0)));
        result.ExitCode.ShouldBe(0);
        result.Breakpoint.ShouldNotBeNull().HeldUsers.ShouldBe(200);
        result.Breakpoint.BrokeAtUsers.ShouldBe(500);
        result.Headline.ShouldStartWith("Held 200 users and broke at 500 users (p95 of ");
        result.Targets.Where(t => t.Metric == Metrics.P95).ShouldAllBe(t => t.Tier != Tier.Critical);
    }

    [Fact]
    public void The_same_steps_of_an_ordinary_profile_fail_the_gate() =>
        Decide(Loads.Steps(30, (100, 10_000, 0), (500, 1_210_000, 0)), search: false).ExitCode.ShouldBe(2);

    [Fact]
    public void Breaking_below_what_the_suite_must_hold_fails_the_gate()
    {
        var run = Loads.Steps(30, (50, 10_000, 0), (100, 1_210_000, 0));
        Decide(run with { Targets = [.. run.Targets, new TargetRecord(null, Metrics.ConcurrentUsers, 500, 100, 100)] }).ExitCode.ShouldBe(2);
    }

    [Fact]
    public void Breaking_at_the_first_step_is_judged_as_it_is()
    {
        var result = Decide(Loads.Steps(30, (100, 1_210_000, 0)));
        result.ExitCode.ShouldBe(2);
        result.Headline.ShouldContain("Broke at 100 users, the fewest that were tried");
    }

    [Fact]
    public void A_system_that_holds_every_step_did_not_break()
    {
        var result = Decide(Loads.Steps(30, (100, 10_000, 0), (200, 20_000, 0)));
        result.ExitCode.ShouldBe(0);
        result.Headline.ShouldStartWith("Held 200 users, the most that were tried, and did not break");
    }

    [Fact]
    public void Only_a_search_has_an_answer() =>
        Decide(Loads.Steps(30, (100, 10_000, 0)), search: false).Breakpoint.ShouldBeNull();
}
