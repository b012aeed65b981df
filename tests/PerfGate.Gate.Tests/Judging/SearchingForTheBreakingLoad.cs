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
    static readonly CriterionRecord ErrorRate = new(CriterionKinds.ErrorRate) { Limit = 0.01 };
    static readonly CriterionRecord P95 = new(CriterionKinds.P95) { Limit = 500 };

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
    public void A_criterion_of_time_or_errors_that_held_for_less_load_is_told_and_fails_no_search()
    {
        var run = Loads.Steps(30, (100, 10_000, 0), (200, 640_000, 30), (500, 1_210_000, 0)) with { Criteria = [ErrorRate, P95] };
        var result = Decide(run);
        result.ExitCode.ShouldBe(0);
        result.Headline.ShouldStartWith("Held 200 users and broke at 500 users (");
        result.Criteria.Select(c => (c.Outcome, c.Evidence)).ShouldBe(
        [
            (Outcome.Undecided, "With 200 users 3 %: 30 failures in 1,000 requests. With 100 users it does not fail; a search goes on until a critical limit of the targets breaks."),
            (Outcome.Undecided, "With 200 users GET /cart has 640 ms. With 100 users it does not fail; a search goes on until a critical limit of the targets breaks."),
        ]);
        result.Criteria[0].Value.ShouldBe(0.03);
        Decide(run, search: false).Criteria.ShouldAllBe(c => c.Outcome == Outcome.Failed);
    }

    [Fact]
    public void A_criterion_that_every_step_meets_is_met()
    {
        var met = Decide(Loads.Steps(30, (100, 10_000, 0), (200, 20_000, 0), (500, 1_210_000, 0)) with { Criteria = [ErrorRate, P95] });
        met.Criteria.ShouldAllBe(c => c.Outcome == Outcome.Passed, "the step that broke is the answer, and judged by no criterion");
    }

    [Fact]
    public void A_criterion_that_does_not_even_hold_for_the_least_load_is_told_too()
    {
        var result = Decide(Loads.Steps(30, (100, 640_000, 0), (200, 10_000, 0), (500, 1_210_000, 0)) with { Criteria = [P95] });
        result.ExitCode.ShouldBe(0, "the first step may have been short, and the system cold");
        result.Criteria.Single().Evidence.ShouldBe(
            "With 100 users GET /cart has 640 ms. That is the least load that was tried; a search goes on until a critical limit of the targets breaks.");
    }

    [Fact]
    public void Where_nothing_was_held_a_criterion_is_judged_as_it_is()
    {
        var result = Decide(Loads.Steps(30, (100, 1_210_000, 60)) with { Criteria = [ErrorRate, P95], Targets = [] });
        result.ExitCode.ShouldBe(2);
        result.Criteria.ShouldAllBe(c => c.Outcome == Outcome.Failed);
    }

    [Fact]
    public void A_leak_and_a_crash_fail_a_search_like_any_run()
    {
        var run = Loads.Steps(300, (100, 10_000, 0), (500, 1_210_000, 0)) with { Criteria = [new CriterionRecord(CriterionKinds.NoMemoryLeak) { Limit = 0.2 }, new CriterionRecord(CriterionKinds.NoCrashes)] };
        var noise = Loads.Noise(seed: 3);
        var leaking = Decide(run.WithMemory("api", second => 200 + second + noise(second)));
        leaking.ExitCode.ShouldBe(2);
        leaking.Criteria[0].Outcome.ShouldBe(Outcome.Failed);

        var crashing = Decide(run with { Logs = [new LogRecord("api", 10, [new LogMatchRecord("panic", 1, 31, 31, "panic: index out of range")])] });
        crashing.ExitCode.ShouldBe(2);
        crashing.Criteria[1].Outcome.ShouldBe(Outcome.Failed);
    }

    [Fact]
    public void Of_arrivals_it_finds_the_rate()
    {
        var result = Decide(Loads.Rates(30, (20, 10_000, 0), (50, 640_000, 0), (80, 1_210_000, 900)) with { Criteria = [P95] });
        result.ExitCode.ShouldBe(0);
        result.Verdict.ShouldBe(Verdict.NoBaseline, "that arrivals were dropped where it broke is a part of the answer");
        result.Breakpoint.ShouldBe(new Breakpoint(null, null, result.Breakpoint!.Why, 0) { HeldRate = 50, BrokeAtRate = 80, TriedRate = 80 });
        result.Headline.ShouldStartWith("Held 50 arrivals a second and broke at 80 arrivals a second (p95 of ");
        result.Criteria.Single().Evidence.ShouldBe("At 50 arrivals a second GET /cart has 640 ms. At 20 arrivals a second it does not fail; a search goes on until a critical limit of the targets breaks.");
    }

    [Fact]
    public void A_rate_that_keeps_the_whole_pool_busy_broke_it()
    {
        var result = Decide(Loads.Rates(30, (20, 10_000, 0), (50, 10_000, 90)));
        (result.ExitCode, result.Breakpoint!.HeldRate, result.Breakpoint.BrokeAtRate).ShouldBe((0, 20, 50));
        result.Headline.ShouldContain("broke at 50 arrivals a second (6 % of all arrivals found all 100 users of the pool busy");
        result.Findings.ShouldNotContain(f => f.Rule == "generator-saturated");
    }

    [Fact]
    public void Arrivals_dropped_at_the_lowest_rate_leave_nothing_to_judge()
    {
        var result = Decide(Loads.Rates(30, (20, 10_000, 90)));
        (result.Verdict, result.ExitCode).ShouldBe((Verdict.Invalid, 4));
        result.Warnings[0].ShouldContain("13.8 % of 650 arrivals were dropped");
    }

    [Fact]
    public void A_system_that_holds_every_rate_did_not_break() =>
        Decide(Loads.Rates(30, (20, 10_000, 0), (50, 10_000, 0))).Headline.ShouldStartWith("Held 50 arrivals a second, the most that were tried, and did not break");

    [Fact]
    public void Only_a_search_has_an_answer() =>
        Decide(Loads.Steps(30, (100, 10_000, 0)), search: false).Breakpoint.ShouldBeNull();
}
