using PerfGate.Gate.Criteria;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Tests.Criteria;

public sealed class JudgingCriteria
{
    static readonly CriterionRecord ErrorRate = new(CriterionKinds.ErrorRate) { Limit = 0.01 };
    static readonly CriterionRecord Users = new(CriterionKinds.ConcurrentUsers) { Limit = 100 };

    [Theory]
    [InlineData(9, Outcome.Passed)]
    [InlineData(10, Outcome.Failed)]
    public void The_error_rate_is_below_its_limit_or_not(long failures, Outcome outcome)
    {
        var result = Judge(Samples.Typical() with { Totals = new Totals(1_000, failures, 20) }, ErrorRate);
        (result.Title, result.Outcome, result.Value, result.Limit).ShouldBe(("Error rate below 1 %", outcome, failures / 1_000.0, 0.01));
        result.Evidence.ShouldBe(failures == 9 ? "0.9 %: 9 failures in 1,000 requests." : "1 %: 10 failures in 1,000 requests.");
    }

    [Fact]
    public void Without_a_request_the_error_rate_is_undecided()
    {
        var result = Judge(Samples.Run(), ErrorRate);
        (result.Outcome, result.Value, result.Evidence).ShouldBe((Outcome.Undecided, null, "No request was measured."));
    }

    [Fact]
    public void A_p95_below_its_limit_passes_with_the_slowest()
    {
        var result = Judge(Times(("/cart", 300), ("/buy", 499)), P95(500, "/cart", "/buy"));
        (result.Title, result.Outcome, result.Evidence).ShouldBe(("p95 of 2 critical endpoints below 500 ms", Outcome.Passed, "/buy has 499 ms, the slowest of 2."));
        result.Value!.Value.ShouldBe(499, 0.5);
    }

    [Fact]
    public void A_p95_that_is_not_below_fails_with_the_worst()
    {
        Judge(Times(("/cart", 300), ("/buy", 812), ("/pay", 600)), P95(500)).ShouldSatisfyAllConditions(
            r => r.Title.ShouldBe("p95 of every endpoint below 500 ms"),
            r => r.Outcome.ShouldBe(Outcome.Failed),
            r => r.Evidence.ShouldBe("GET /buy has 812 ms, and 1 more of 3 are not below the limit."));
        Judge(Times(("/cart", 300), ("/buy", 812)), P95(500, "/cart")).Outcome.ShouldBe(Outcome.Passed, "what is not critical may be slow");
    }

    [Fact]
    public void All_methods_of_a_name_count_for_its_p95()
    {
        var run = Samples.Typical() with { Endpoints = [Loads.Endpoint("/x", 90, 1_000, 20), Loads.Endpoint("/x", 10, 900_000, 20, method: "POST")] };
        Judge(run, P95(500, "/x")).Outcome.ShouldBe(Outcome.Failed);
    }

    [Fact]
    public void A_slow_method_does_not_hide_behind_a_fast_one_where_its_endpoint_is_named_or_all_are_meant()
    {
        var run = Samples.Typical() with { Endpoints = [Loads.Endpoint("/x", 990, 1_000, 20), Loads.Endpoint("/x", 10, 900_000, 20, method: "POST")] };
        Judge(run, P95(500, "/x")).Outcome.ShouldBe(Outcome.Passed, "by name all methods count together");
        Judge(run, P95(500, "/x") with { Methods = ["GET"] }).Outcome.ShouldBe(Outcome.Passed);
        Judge(run, P95(500, "/x") with { Methods = ["POST"] }).ShouldSatisfyAllConditions(
            r => r.Outcome.ShouldBe(Outcome.Failed),
            r => r.Title.ShouldBe("p95 of POST /x below 500 ms"),
            r => r.Evidence.ShouldBe("POST /x has 900 ms."));
        Judge(run, P95(500)).Outcome.ShouldBe(Outcome.Failed, "every endpoint is every method");
        Judge(run, P95(500, "/x", "/x") with { Methods = ["GET", "PUT"] }).Evidence.ShouldStartWith("PUT /x had no request");
    }

    [Fact]
    public void A_critical_endpoint_without_a_request_leaves_its_p95_undecided_unless_another_fails()
    {
        var result = Judge(Times(("/cart", 300)), P95(500, "/cart", "/buy"));
        (result.Outcome, result.Evidence).ShouldBe((Outcome.Undecided, "/buy had no request; of the others /cart has 300 ms, the slowest."));
        Judge(Times(("/cart", 700)), P95(500, "/cart", "/buy")).Outcome.ShouldBe(Outcome.Failed);
        Judge(Times(("/cart", 300)), P95(500, "/buy")).Evidence.ShouldBe("No request was measured.");
        Judge(Samples.Run(), P95(500)).Outcome.ShouldBe(Outcome.Undecided);
    }

    [Fact]
    public void Users_that_were_held_pass()
    {
        var result = Judge(Loads.Even(30), Users);
        (result.Title, result.Outcome, result.Value).ShouldBe(("100 users at the same time", Outcome.Passed, 100));
        result.Evidence.ShouldBe("100 users ran and no critical limit was missed.");
    }

    [Fact]
    public void A_system_that_breaks_with_so_many_users_or_fewer_fails()
    {
        var result = Judge(Loads.Steps(30, (50, 10_000, 0), (100, 1_210_000, 0)), Users);
        (result.Outcome, result.Value).ShouldBe((Outcome.Failed, 50));
        result.Evidence.ShouldBe("With 100 users, from second 40 to 70, p95 of all requests is 1,210 ms, beyond its critical limit of 1,000 ms, after 50 users were held.");
        Judge(Loads.Even(30, 20) with { End = RunEnd.SystemDied }, Users).Evidence.ShouldBe("With 20 users, from second 5 to 35, the system died.");
    }

    [Fact]
    public void A_profile_that_does_not_ask_for_so_many_users_leaves_it_undecided()
    {
        var result = Judge(Loads.Even(30, 20), Users);
        (result.Outcome, result.Evidence, result.Value).ShouldBe((Outcome.Undecided, "The profile asks for 20 users at most.", 20));
    }

    [Fact]
    public void Users_between_what_was_held_and_what_broke_are_undecided()
    {
        var result = Judge(Loads.Steps(30, (50, 10_000, 0), (200, 1_210_000, 0)), Users);
        result.Outcome.ShouldBe(Outcome.Undecided);
        result.Evidence.ShouldEndWith("after 50 users were held; 100 users were not tried.");
    }

    [Fact]
    public void Users_that_never_came_are_undecided()
    {
        var run = Loads.Even(30);
        run = run with { Series = run.Series with { Users = [.. run.Series.Users.Select(_ => 60)] } };
        Judge(run, Users).Evidence.ShouldBe("The profile asks for 100 users, but there was no stage with requests in which 100 users ran most of the time.");
    }

    [Fact]
    public void Every_criterion_is_judged_in_order() =>
        CriteriaJudge.Judge(Loads.Even(30) with { Criteria = [Users, ErrorRate, new CriterionRecord(CriterionKinds.NoCrashes)] })
            .Select(c => c.Kind).ShouldBe(["concurrent-users", "error-rate", "no-crashes"]);

    [Fact]
    public void A_criterion_of_another_version_or_without_its_limit_is_undecided()
    {
        Judge(Samples.Typical(), new CriterionRecord("no-rain")).ShouldSatisfyAllConditions(
            r => r.Outcome.ShouldBe(Outcome.Undecided),
            r => r.Evidence.ShouldContain("does not know"));
        Judge(Samples.Typical(), new CriterionRecord(CriterionKinds.P95)).Outcome.ShouldBe(Outcome.Undecided);
    }

    static CriterionRecord P95(double millis, params string[] endpoints) => new(CriterionKinds.P95) { Limit = millis, Endpoints = endpoints };

    static RunRecord Times(params (string Name, long Millis)[] times) =>
        Samples.Typical() with { Endpoints = [.. times.Select(t => Loads.Endpoint(t.Name, 100, t.Millis * 1_000, 20))] };

    static CriterionResult Judge(RunRecord run, CriterionRecord criterion) => CriteriaJudge.Judge(run with { Criteria = [criterion] }).ShouldHaveSingleItem();
}
