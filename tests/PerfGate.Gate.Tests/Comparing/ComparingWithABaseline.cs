using PerfGate.Gate.Comparing;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Tests.Comparing;

public sealed class ComparingWithABaseline
{
    static readonly ComparisonLimits Usual = ComparisonLimits.Default;

    // What is left when sessions are known not to differ: the noise of the requests alone.
    static readonly ComparisonLimits QuietSessions = Usual with { SessionDeviation = 0 };

    [Fact]
    public void Every_metric_of_all_requests_and_of_each_endpoint_is_there()
    {
        var comparisons = Compare(Samples.Typical(), Samples.Typical(seed: 2));
        comparisons.Select(c => $"{c.Method} {c.Endpoint}".Trim()).Distinct().ShouldBe(["all requests", "POST /buy", "GET /cart"]);
        foreach (var endpoint in comparisons.GroupBy(c => c.Endpoint))
            endpoint.Select(c => c.Metric).ShouldBe(["p50", "p95", "p99", "requestsPerSecond", "errorRate"]);
    }

    [Fact]
    public void The_change_is_a_ratio_minus_one_inside_its_interval()
    {
        var p50 = Of(Compare(Samples.Typical(), Samples.Typical(seed: 2, slower: 1.5)), "/cart", Metrics.P50);
        p50.Change!.Value.ShouldBe(p50.Candidate!.Value / p50.Baseline!.Value - 1, 1e-12);
        p50.Change.Value.ShouldBeInRange(0.4, 0.6);
        p50.Lower!.Value.ShouldBeLessThan(p50.Change.Value);
        p50.Upper!.Value.ShouldBeGreaterThan(p50.Change.Value);
        (p50.Baseline.Value, p50.Candidate.Value).ShouldBe((Samples.Typical().Endpoints[1].P50Micros, Samples.Typical(seed: 2, slower: 1.5).Endpoints[1].P50Micros));
    }

    [Fact]
    public void A_run_against_itself_shows_how_much_two_sessions_may_differ()
    {
        var comparisons = Compare(Samples.Typical(), Samples.Typical());
        var p50 = Of(comparisons, "/cart", Metrics.P50);
        p50.Change.ShouldBe(0);
        p50.Flagged.ShouldBeFalse();
        p50.Upper!.Value.ShouldBeInRange(0.12, 0.16);
        p50.Verdict.ShouldBe(Verdict.Inconclusive);
    }

    [Fact]
    public void It_passes_once_sessions_are_known_to_be_quiet_enough()
    {
        var many = Samples.Run(Samples.Endpoint("/cart", 50_000, 10_000));
        foreach (var comparison in StoredComparison.Compare(many, many, QuietSessions).Where(c => c.Gated)) comparison.Verdict.ShouldBe(Verdict.Passed);
    }

    [Theory]
    [InlineData(2.0, true)]
    [InlineData(0.5, true)]
    [InlineData(1.05, false)]
    public void A_change_beyond_what_sessions_explain_is_flagged_and_no_more(double slower, bool flagged)
    {
        var p50 = Of(Compare(Samples.Typical(), Samples.Typical(seed: 2, slower: slower)), "/cart", Metrics.P50);
        p50.Flagged.ShouldBe(flagged);
        p50.Verdict.ShouldBe(Verdict.Inconclusive);
    }

    [Fact]
    public void It_never_says_regressed_or_improved()
    {
        foreach (var slower in new[] { 0.1, 0.5, 1, 2, 10 })
            Compare(Samples.Typical(), Samples.Typical(seed: 3, slower: slower)).ShouldAllBe(c => c.Verdict == Verdict.Passed || c.Verdict == Verdict.Inconclusive);
    }

    [Fact]
    public void Swapping_the_sides_mirrors_every_interval()
    {
        var there = Compare(Samples.Typical(), Samples.Typical(seed: 2, slower: 1.3));
        var back = Compare(Samples.Typical(seed: 2, slower: 1.3), Samples.Typical());
        foreach (var (one, other) in there.Zip(back).Where(pair => pair.First.Lower is not null))
        {
            (1 + one.Lower!.Value).ShouldBe(1 / (1 + other.Upper!.Value), 1e-9);
            (one.Flagged, one.Gated).ShouldBe((other.Flagged, other.Gated));
        }
    }

    [Fact]
    public void P99_takes_part_from_five_thousand_requests_on_each_side_on()
    {
        Of(Compare(Samples.Typical(), Samples.Typical(seed: 2)), "/cart", Metrics.P99).Gated.ShouldBeTrue();
        var few = Of(Compare(Samples.Typical(), Samples.Typical(seed: 2)), "/buy", Metrics.P99);
        few.Gated.ShouldBeFalse();
        few.Note.ShouldBe("shown only: 400 requests, and p99 is judged from 5000 on");
        few.Change.ShouldNotBeNull();
    }

    [Fact]
    public void Too_few_requests_give_a_change_without_interval_and_say_how_many_it_takes()
    {
        var run = Samples.Run(Samples.Endpoint("/cart", 40, 10_000));
        var p95 = Of(Compare(run, run), "/cart", Metrics.P95);
        (p95.Change, p95.Lower, p95.Upper, p95.Gated, p95.Verdict).ShouldBe((0, null, null, false, Verdict.Inconclusive));
        p95.Note.ShouldBe("too few requests for an interval: 40, and it takes 59");
    }

    [Fact]
    public void An_endpoint_that_is_gone_has_no_change_and_keeps_the_run_from_passing()
    {
        var comparisons = Compare(Samples.Typical(), Samples.Run(Samples.Endpoint("/cart", 6_000, 10_000)));
        foreach (var gone in comparisons.Where(c => c.Endpoint == "/buy"))
        {
            (gone.Candidate, gone.Change, gone.Lower, gone.Upper).ShouldBe((null, null, null, null));
            (gone.Gated, gone.Verdict, gone.Note).ShouldBe((true, Verdict.Inconclusive, "no requests in this run"));
            gone.Baseline.ShouldNotBeNull();
        }
    }

    [Fact]
    public void An_endpoint_that_is_new_is_shown_only()
    {
        var comparisons = Compare(Samples.Run(Samples.Endpoint("/cart", 6_000, 10_000)), Samples.Typical());
        foreach (var added in comparisons.Where(c => c.Endpoint == "/buy"))
            (added.Baseline, added.Change, added.Gated, added.Note).ShouldBe((null, null, false, "new: no requests in the baseline"));
    }

    [Fact]
    public void One_name_with_another_method_is_another_endpoint()
    {
        var comparisons = Compare(Samples.Run(Samples.Endpoint("/x", 100, 900)), Samples.Run(Samples.Endpoint("/x", 100, 900, method: "POST")));
        comparisons.Where(c => c.Endpoint == "/x").ShouldAllBe(c => c.Change == null);
    }

    [Fact]
    public void How_often_users_chose_one_endpoint_is_shown_only_but_the_throughput_of_all_takes_part()
    {
        var comparisons = Compare(Samples.Typical(), Samples.Typical(seed: 2));
        Of(comparisons, "/cart", Metrics.RequestsPerSecond).Gated.ShouldBeFalse();
        var all = Of(comparisons, EndpointRecord.AllRequests, Metrics.RequestsPerSecond);
        (all.Gated, all.Baseline, all.Candidate, all.Change).ShouldBe((true, 320, 320, 0));
    }

    [Theory]
    [InlineData(0, 0, Verdict.Passed, false)]
    [InlineData(10, 12, Verdict.Passed, false)]
    [InlineData(0, 600, Verdict.Inconclusive, true)]
    [InlineData(600, 0, Verdict.Inconclusive, true)]
    [InlineData(600, 620, Verdict.Inconclusive, false)]
    public void Error_rates_are_compared_by_their_difference(long before, long now, Verdict verdict, bool flagged)
    {
        var rate = Of(Compare(WithFailures(before), WithFailures(now)), "/cart", Metrics.ErrorRate);
        (rate.Verdict, rate.Flagged, rate.Gated).ShouldBe((verdict, flagged, true));
        (rate.Baseline, rate.Candidate).ShouldBe((before / 6000.0, now / 6000.0));
    }

    [Theory]
    [InlineData(538, 0, 0, false)]
    [InlineData(539, 0, 0, true)]
    [InlineData(300, 3, 4, false)]
    [InlineData(300, 0, 60, true)]
    public void Of_few_requests_an_endpoint_takes_part_with_an_error_rate_that_stands_out_only(long requests, long before, long now, bool gated)
    {
        static RunRecord Few(long requests, long failures) => Samples.Run(Samples.Endpoint("/cart", requests, 10_000, failures));
        var comparisons = Compare(Few(requests, before), Few(requests, now));
        var rate = Of(comparisons, "/cart", Metrics.ErrorRate);
        (rate.Gated, rate.Note == $"shown only: {requests} requests are too few to tell").ShouldBe((gated, !gated));
        Of(comparisons, EndpointRecord.AllRequests, Metrics.ErrorRate).Gated.ShouldBeTrue();
    }

    [Fact]
    public void An_error_rate_from_nothing_has_no_ratio()
    {
        var rate = Of(Compare(WithFailures(0), WithFailures(600)), "/cart", Metrics.ErrorRate);
        (rate.Change, rate.Lower, rate.Upper, rate.Note).ShouldBe((null, null, null, "no failures in the baseline"));
        Of(Compare(WithFailures(0), WithFailures(0)), "/cart", Metrics.ErrorRate).Note.ShouldBe("no failures in either run");
        Of(Compare(WithFailures(600), WithFailures(0)), "/cart", Metrics.ErrorRate).Change.ShouldBe(-1);
    }

    [Fact]
    public void An_error_rate_with_failures_on_both_sides_has_a_ratio_and_its_interval()
    {
        var rate = Of(Compare(WithFailures(60), WithFailures(120)), "/cart", Metrics.ErrorRate);
        rate.Change!.Value.ShouldBe(1, 1e-12);
        rate.Lower!.Value.ShouldBeInRange(0.5, 0.7);
        rate.Upper!.Value.ShouldBeInRange(1.4, 1.7);
    }

    [Fact]
    public void The_smallest_visible_slowdown_is_the_one_that_would_just_have_been_flagged()
    {
        var (baseline, candidate) = (Samples.Run(Samples.Endpoint("/cart", 6_000, 10_000)), Samples.Run(Samples.Endpoint("/cart", 6_000, 10_000)));
        var comparisons = StoredComparison.Compare(baseline, candidate, Usual);
        var smallest = StoredComparison.SmallestVisibleChange(comparisons).ShouldNotBeNull();
        var worst = comparisons.Where(c => c.Gated && c.Metric != Metrics.ErrorRate).Max(c => 1 / (1 + c.Lower!.Value) - 1);
        smallest.ShouldBe(worst, 0.01);
        smallest.ShouldBeInRange(0.12, 0.25);
    }

    [Fact]
    public void Throughput_that_falls_is_a_slowdown_too()
    {
        Comparison rate = new() { Endpoint = "x", Metric = Metrics.RequestsPerSecond, Verdict = Verdict.Inconclusive, Gated = true, Change = 0, Lower = -0.1, Upper = 0.25 };
        StoredComparison.SmallestVisibleChange([rate])!.Value.ShouldBe(0.25, 1e-12);
        StoredComparison.SmallestVisibleChange([rate with { Metric = Metrics.P50 }])!.Value.ShouldBe(1 / 0.9 - 1, 1e-12);
    }

    [Fact]
    public void Where_nothing_is_gated_no_slowdown_was_visible()
    {
        var run = Samples.Run(Samples.Endpoint("/cart", 3, 10_000));
        StoredComparison.SmallestVisibleChange(Compare(run, run).Where(c => c.Metric != Metrics.RequestsPerSecond)).ShouldBeNull();
        StoredComparison.SmallestVisibleChange([]).ShouldBeNull();
    }

    [Fact]
    public void Runs_without_any_request_compare_to_nothing() =>
        Compare(Samples.Run(), Samples.Run()).ShouldAllBe(c => c.Change == null && c.Note == "no requests in either run" && !c.Gated);

    static RunRecord WithFailures(long failures) => Samples.Run(Samples.Endpoint("/cart", 6_000, 10_000, failures));

    static IReadOnlyList<Comparison> Compare(RunRecord baseline, RunRecord candidate) => StoredComparison.Compare(baseline, candidate, Usual);

    static Comparison Of(IEnumerable<Comparison> comparisons, string endpoint, string metric) => comparisons.Single(c => c.Endpoint == endpoint && c.Metric == metric);
}
