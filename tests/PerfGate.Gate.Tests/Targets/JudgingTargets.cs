using System.Text.Json;
using PerfGate.Gate.Recording;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Gate.Targets;
using PerfGate.Load.Results;
using PerfGate.Statistics;

namespace PerfGate.Gate.Tests.Targets;

public sealed class JudgingTargets
{
    [Theory]
    [InlineData(200_000, Tier.Target)]
    [InlineData(201_000, Tier.Acceptable)]
    [InlineData(500_000, Tier.Acceptable)]
    [InlineData(501_000, Tier.Degraded)]
    [InlineData(1_000_000, Tier.Degraded)]
    [InlineData(1_001_000, Tier.Critical)]
    public void A_time_at_its_limit_is_within_it(long micros, Tier tier) =>
        Judge(Run(micros, 10), new TargetRecord(null, Metrics.P95, 200, 500, 1000)).Tier.ShouldBe(tier);

    [Theory]
    [InlineData(20_000, Tier.Target)]
    [InlineData(19_999, Tier.Acceptable)]
    [InlineData(10_000, Tier.Acceptable)]
    [InlineData(9_999, Tier.Degraded)]
    [InlineData(4_000, Tier.Degraded)]
    [InlineData(3_999, Tier.Critical)]
    public void More_requests_per_second_are_better(long requests, Tier tier) =>
        Judge(Run(1_000, requests), new TargetRecord(null, Metrics.RequestsPerSecond, 1000, 500, 200)).Tier.ShouldBe(tier);

    [Theory]
    [InlineData(0, Tier.Target)]
    [InlineData(1, Tier.Target)]
    [InlineData(10, Tier.Acceptable)]
    [InlineData(50, Tier.Degraded)]
    [InlineData(51, Tier.Critical)]
    public void Error_rates_are_shares(long failures, Tier tier) =>
        Judge(Run(1_000, 1_000, failures), new TargetRecord(null, Metrics.ErrorRate, 0.001, 0.01, 0.05)).Tier.ShouldBe(tier);

    [Fact]
    public void Not_one_failure_can_be_asked_for()
    {
        var none = new TargetRecord(null, Metrics.ErrorRate, 0, 0, 0);
        Judge(Run(1_000, 1_000), none).Tier.ShouldBe(Tier.Target);
        Judge(Run(1_000, 1_000, 1), none).Tier.ShouldBe(Tier.Critical);
    }

    [Fact]
    public void Values_are_in_the_unit_of_the_limit()
    {
        Judge(Run(150_000, 10), new TargetRecord(null, Metrics.P50, 200, 500, 1000)).Value!.Value.ShouldBe(150.0);
        Judge(Run(150_000, 10), new TargetRecord(null, Metrics.RequestsPerSecond, 2, 1, 0)).Value.ShouldBe(0.5);
        Judge(Run(150_000, 10, 5), new TargetRecord(null, Metrics.ErrorRate, 0, 0, 1)).Value.ShouldBe(0.5);
    }

    [Fact]
    public void A_target_of_an_endpoint_looks_at_that_endpoint()
    {
        var run = Samples.Run(At("/fast", "GET", 1_000, 90), At("/slow", "GET", 900_000, 10));
        var slow = Judge(run, new TargetRecord("/slow", Metrics.P50, 200, 500, 1000));
        (slow.Endpoint, slow.Tier).ShouldBe(("/slow", Tier.Degraded));
        Judge(run, new TargetRecord("/fast", Metrics.P50, 200, 500, 1000)).Tier.ShouldBe(Tier.Target);
        Judge(run, new TargetRecord(null, Metrics.P99, 200, 500, 1000)).Endpoint.ShouldBe("all requests");
    }

    [Fact]
    public void One_name_with_several_methods_is_judged_together()
    {
        var run = Samples.Run(At("/x", "GET", 1_000, 50), At("/x", "POST", 900_000, 50));
        Judge(run, new TargetRecord("/x", Metrics.RequestsPerSecond, 5, 4, 3)).Value.ShouldBe(5);
        Judge(run, new TargetRecord("/x", Metrics.P95, 200, 500, 1000)).Tier.ShouldBe(Tier.Degraded);
    }

    [Fact]
    public void What_was_not_measured_has_no_value_and_no_tier()
    {
        var result = Judge(Run(1_000, 10), new TargetRecord("/none", Metrics.P95, 200, 500, 1000));
        (result.Value, result.Tier).ShouldBe((null, null));
        Judge(Samples.Run(), new TargetRecord(null, Metrics.ErrorRate, 0, 0, 0)).Tier.ShouldBeNull();
        Judge(Samples.Run(), new TargetRecord(null, Metrics.RequestsPerSecond, 3, 2, 1)).Tier.ShouldBeNull();
    }

    [Theory]
    [InlineData("p75", 1, 2, 3, "is of no metric known here: p50, p95, p99, requestsPerSecond, errorRate, concurrentUsers.")]
    [InlineData("p95", 3, 2, 1, "from target to critical they get larger")]
    [InlineData("p95", -1, 2, 3, "none is below 0")]
    [InlineData("p95", 1, double.NaN, 3, "has the limits")]
    [InlineData("p95", 1, 2, double.PositiveInfinity, "has the limits")]
    [InlineData("requestsPerSecond", 1, 2, 3, "from target to critical they get smaller")]
    public void A_target_that_makes_no_sense_is_a_problem(string metric, double target, double acceptable, double critical, string problem) =>
        TargetProblems.Of([new TargetRecord(null, metric, target, acceptable, critical)], null).ShouldHaveSingleItem().ShouldContain(problem);

    [Fact]
    public void A_target_of_an_unknown_endpoint_is_a_problem_once_endpoints_are_known()
    {
        TargetRecord[] targets = [new("/chart", Metrics.P95, 1, 2, 3), new("/cart", Metrics.P95, 1, 2, 3), new(null, Metrics.P95, 1, 2, 3)];
        TargetProblems.Of(targets, ["/cart", "/buy"]).ShouldBe(
            ["The target p95 of /chart names an endpoint that no user requests. They request: /buy, /cart."]);
        TargetProblems.Of(targets, null).ShouldBeEmpty();
    }

    [Fact]
    public void A_limit_of_an_endpoint_is_not_met_by_the_other_methods_of_its_name()
    {
        var run = Samples.Run(At("/notes", "GET", 5_000, 900), At("/notes", "POST", 152_000, 10));
        var limit = new TargetRecord("/notes", Metrics.P95, 50, 60, 70);
        Judge(run, limit).ShouldSatisfyAllConditions(r => r.Tier.ShouldBe(Tier.Target), r => r.Subject().ShouldBe("/notes"));
        Judge(run, limit with { Method = "GET" }).Tier.ShouldBe(Tier.Target);
        Judge(run, limit with { Method = "POST" }).ShouldSatisfyAllConditions(
            r => r.Tier.ShouldBe(Tier.Critical),
            r => r.Value!.Value.ShouldBe(152, 1),
            r => r.Subject().ShouldBe("POST /notes"));
    }

    [Fact]
    public void A_missed_limit_of_an_endpoint_leads_with_its_method()
    {
        var run = Samples.Run(At("/notes", "GET", 5_000, 900), At("/notes", "POST", 152_000, 10));
        Samples.Judged(run.With(new TargetRecord("/notes", Metrics.P95, 50, 60, 70) { Method = "POST" })).Headline.ShouldStartWith("Failed: p95 of POST /notes is 152 ms");
    }

    [Fact]
    public void Without_a_value_it_says_what_was_missing()
    {
        var limit = new TargetRecord("/note", Metrics.P95, 1, 2, 3);
        Judge(Run(1_000, 10), limit).Note.ShouldBe("No request was named '/note'.");
        Judge(Run(1_000, 10), limit with { Endpoint = "/x", Method = "POST" }).Note.ShouldBe("No POST request was named '/x'.");
        Judge(Run(1_000, 10), limit with { Endpoint = "/cart" }).Note.ShouldBe("Every request named '/cart' was in the warm-up.");
        Judge(Samples.Run(), limit with { Endpoint = null }).Note.ShouldBe("There was nothing to measure it from.");
        Judge(Run(1_000, 10), limit with { Endpoint = "/x" }).Note.ShouldBeNull();
    }

    [Fact]
    public void Several_misspelt_names_are_told_one_by_one() =>
        Samples.Judged(Run(1_000, 10).With(new TargetRecord("/a", Metrics.P95, 1, 2, 3), new TargetRecord("/b", Metrics.P95, 1, 2, 3))).Warnings.ShouldBe(
        [
            "The target p95 of /a could not be judged: no request was named '/a'.",
            "The target p95 of /b could not be judged: no request was named '/b'.",
        ]);

    [Fact]
    public void A_record_from_before_there_were_methods_means_all_of_them() =>
        JsonSerializer.Deserialize<TargetRecord>("""{"endpoint":"/x","metric":"p95","target":1,"acceptable":2,"critical":3}""", RecordJson.Options)
            .ShouldBe(new TargetRecord("/x", Metrics.P95, 1, 2, 3));

    static TargetResult Judge(RunRecord run, TargetRecord target) => TargetJudge.Judge(run.With(target)).Single();

    static RunRecord Run(long micros, long requests, long failures = 0) => Samples.Run(At("/x", "GET", micros, requests) with { Failures = failures });

    static EndpointResult At(string name, string method, long micros, long requests)
    {
        var histogram = new HdrHistogram();
        histogram.Record(micros, requests);
        return new EndpointResult(name, method, requests, 0, 0, histogram, histogram);
    }
}
