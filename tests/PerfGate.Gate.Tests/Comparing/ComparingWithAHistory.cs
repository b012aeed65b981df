using PerfGate.Gate.Comparing;
using PerfGate.Gate.History;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Gate.Tests.History;
using PerfGate.Statistics.History;

namespace PerfGate.Gate.Tests.Comparing;

public sealed class ComparingWithAHistory
{
    static readonly ComparisonLimits Usual = ComparisonLimits.Default;

    // p50, p95, p99 and throughput of all requests, the CPU time, p50, p95 and p99 of /cart, p50 and p95 of /buy.
    const int Gated = 10;

    [Fact]
    public void With_seven_earlier_sessions_the_newest_run_is_the_reference_as_ever()
    {
        var history = Sessions.Noisy(7);
        var compared = Compare(history, Sessions.Run(7));
        compared.Comparisons.ShouldBe(StoredComparison.Compare(history[^1], Sessions.Run(7), Usual));
        (compared.Sessions, compared.Limits.Count).ShouldBe((0, 0));
        compared.SmallestVisibleChange.ShouldBe(StoredComparison.SmallestVisibleChange(compared.Comparisons));
    }

    [Fact]
    public void With_eight_the_median_of_them_is()
    {
        var history = Sessions.Noisy(8);
        var compared = Compare(history, Sessions.Run(8));
        compared.Sessions.ShouldBe(8);
        var p95 = Sessions.Of(compared.Comparisons, Metrics.P95);
        p95.Baseline!.Value.ShouldBe(Sessions.Middle(history.Select(run => (double)run.Overall!.P95Micros)), 1e-6);
        p95.Candidate.ShouldBe(Sessions.Run(8).Overall!.P95Micros);
        p95.Change!.Value.ShouldBe(p95.Candidate!.Value / p95.Baseline.Value - 1, 1e-12);
        p95.Gated.ShouldBeTrue();
    }

    [Fact]
    public void One_bad_session_is_not_the_reference_even_when_it_is_the_newest()
    {
        List<RunRecord> history = [.. Sessions.Noisy(11), Sessions.Run(11, 1.6)];
        Sessions.Of(Compare(history, Sessions.Run(12)).Comparisons, Metrics.P50).Change!.Value.ShouldBe(0, 0.03);
        Sessions.Of(StoredComparison.Compare(history[^1], Sessions.Run(12), Usual), Metrics.P50).Baseline.ShouldBe(Samples.Typical().Overall!.ResponseTime.QuantileMicros(0.5));
    }

    [Fact]
    public void The_limits_are_prediction_limits_with_the_chance_of_a_false_alarm_split_over_what_is_gated()
    {
        var history = Sessions.Noisy(12);
        var compared = Compare(history, Sessions.Run(12));
        compared.Limits.Count.ShouldBe(Gated);
        compared.Comparisons.Count(c => c.Gated && c.Metric != Metrics.ErrorRate).ShouldBe(Gated);
        var limits = compared.Limits[new MetricKey(EndpointRecord.AllRequests, null, Metrics.P50)];
        var logs = history.Select(run => Math.Log(run.Overall!.P50Micros)).ToArray();
        limits.Family.ShouldBe(PredictionLimit.TwoSided(logs, 0.05, Gated));
        limits.Single.Reach.ShouldBe(PredictionLimit.TwoSided(logs, 0.10)!.Reach, 1e-12);
    }

    [Fact]
    public void The_interval_is_what_one_more_session_may_differ_by()
    {
        var history = Sessions.Noisy(12);
        var compared = Compare(history, Sessions.Run(12, 1.03));
        var p50 = Sessions.Of(compared.Comparisons, Metrics.P50);
        var limits = compared.Limits[new MetricKey(EndpointRecord.AllRequests, null, Metrics.P50)];
        Math.Log(1 + p50.Upper!.Value).ShouldBe(Math.Log(p50.Candidate!.Value) - limits.Single.Mean + limits.Single.Reach, 1e-9);
        Math.Log(1 + p50.Lower!.Value).ShouldBe(Math.Log(p50.Candidate.Value) - limits.Single.Mean - limits.Single.Reach, 1e-9);
        p50.Change!.Value.ShouldBeInRange(p50.Lower.Value, p50.Upper.Value);
    }

    [Theory]
    [InlineData(1.0, false)]
    [InlineData(1.03, false)]
    [InlineData(1.2, true)]
    [InlineData(0.8, true)]
    public void A_run_beyond_what_sessions_differ_by_is_flagged_and_no_other(double factor, bool flagged)
    {
        var compared = Compare(Sessions.Noisy(20), Sessions.Run(20, factor));
        foreach (var key in compared.Limits.Keys)
            compared.Comparisons.Single(c => (c.Endpoint, c.Method, c.Metric) == (key.Endpoint, key.Method, key.Metric)).Flagged.ShouldBe(flagged, key.ToString());
        compared.Comparisons.ShouldAllBe(c => c.Verdict == Verdict.Passed || c.Verdict == Verdict.Inconclusive);
    }

    [Fact]
    public void Flagged_is_exactly_what_lies_beyond_the_limits()
    {
        var history = Sessions.Noisy(12);
        var limits = Compare(history, Sessions.Run(12)).Limits[new MetricKey(EndpointRecord.AllRequests, null, Metrics.P95)].Family;
        var p95 = Samples.Typical().Overall!.P95Micros;
        foreach (var (limit, side) in new[] { (limits.Upper, 1), (limits.Lower, -1) })
        {
            P95At(Math.Exp(limit) * (1 + 0.001 * side)).Flagged.ShouldBeTrue();
            P95At(Math.Exp(limit) * (1 - 0.001 * side)).Flagged.ShouldBeFalse();
        }

        Comparison P95At(double micros) => Sessions.Of(Compare(history, Sessions.Run(12, micros / p95)).Comparisons, Metrics.P95);
    }

    [Fact]
    public void A_family_of_metrics_flags_a_run_of_the_same_build_in_about_one_of_twenty()
    {
        const int Trials = 500;
        var factor = Sessions.Noise(0.03, seed: 11);
        var alarms = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            var runs = Enumerable.Range(0, 11).Select(place => Sessions.Run(place, factor)).ToList();
            if (Compare(runs[..10], runs[10]).Comparisons.Any(c => c is { Flagged: true, Gated: true })) alarms++;
        }

        // Twenty-five are expected, give or take five.
        alarms.ShouldBeInRange(12, 40);
    }

    [Fact]
    public void Quiet_sessions_let_a_metric_pass_that_did_not_move()
    {
        foreach (var c in Compare(Sessions.Noisy(20, 0.005), Sessions.Run(20)).Comparisons.Where(c => c.Gated))
            c.Verdict.ShouldBe(Verdict.Passed, $"{c.Metric} of {c.Endpoint}");
        Sessions.Of(Compare(Sessions.Noisy(20, 0.05), Sessions.Run(20)).Comparisons, Metrics.P50).Verdict.ShouldBe(Verdict.Inconclusive);
    }

    [Fact]
    public void What_got_worse_beyond_the_limits_has_not_passed_however_little_it_is()
    {
        var worse = Compare(Sessions.Noisy(20, 0.003), Sessions.Run(20, 1.02)).Comparisons;
        var p50 = Sessions.Of(worse, Metrics.P50);
        (p50.Flagged, p50.Verdict, p50.Upper < Usual.Tolerance).ShouldBe((true, Verdict.Inconclusive, true));
        Sessions.Of(worse, Metrics.RequestsPerSecond).Verdict.ShouldBe(Verdict.Passed);
        var better = Compare(Sessions.Noisy(20, 0.003), Sessions.Run(20, 0.98)).Comparisons;
        Sessions.Of(better, Metrics.P50).Flagged.ShouldBeTrue();
        Sessions.Of(better, Metrics.P50).Verdict.ShouldBe(Verdict.Passed);
        Sessions.Of(better, Metrics.RequestsPerSecond).Verdict.ShouldBe(Verdict.Inconclusive);
    }

    [Fact]
    public void Sessions_that_agree_to_the_last_digit_flag_nothing_and_say_so()
    {
        var history = Enumerable.Range(0, 12).Select(place => Sessions.Run(place)).ToList();
        var p50 = Sessions.Of(Compare(history, Sessions.Run(12, 2)).Comparisons, Metrics.P50);
        (p50.Flagged, p50.Lower, p50.Upper, p50.Verdict, p50.Gated).ShouldBe((false, null, null, Verdict.Inconclusive, true));
        p50.Change!.Value.ShouldBe(1, 1e-3);
        p50.Note.ShouldBe("all earlier runs have the same value, which does not tell what sessions differ by");
        Compare(history, Sessions.Run(12)).SmallestVisibleChange.ShouldBeNull();
    }

    [Fact]
    public void An_endpoint_that_few_earlier_runs_had_is_held_against_the_newest_and_says_so()
    {
        List<RunRecord> history = [.. Sessions.Noisy(9).Select(run => run with { Endpoints = [.. run.Endpoints.Where(e => e.Name != "/buy")] }), .. Sessions.Noisy(12)[9..]];
        var compared = Compare(history, Sessions.Run(12)).Comparisons;
        var young = Sessions.Of(compared, Metrics.P50, "/buy");
        (young.Gated, young.Note).ShouldBe((true, "against the newest run alone: 3 earlier runs can tell, and it takes 8"));
        young.Baseline.ShouldBe(StoredComparison.Compare(history[^1], Sessions.Run(12), Usual).Single(c => c.Endpoint == "/buy" && c.Metric == Metrics.P50).Baseline);
        Sessions.Of(compared, Metrics.P50, "/cart").Note.ShouldBeNull();
    }

    [Fact]
    public void Earlier_runs_with_too_few_requests_of_an_endpoint_do_not_count()
    {
        List<RunRecord> Scarce(int runs) => [.. Sessions.Noisy(12).Select((run, place) =>
            place < runs ? run with { Endpoints = [.. run.Endpoints.Select(e => e with { Requests = 99 })] } : run)];
        Compare(Scarce(5), Sessions.Run(12)).Limits.ContainsKey(new MetricKey("/cart", "GET", Metrics.P50)).ShouldBeFalse();
        Compare(Scarce(4), Sessions.Run(12)).Limits.ContainsKey(new MetricKey("/cart", "GET", Metrics.P50)).ShouldBeTrue();
    }

    [Fact]
    public void An_endpoint_that_is_gone_keeps_the_run_from_passing_with_a_history_too()
    {
        var run = Sessions.Run(12);
        var gone = Sessions.Of(Compare(Sessions.Noisy(12), run with { Endpoints = [.. run.Endpoints.Where(e => e.Name != "/buy")] }).Comparisons, Metrics.P50, "/buy");
        (gone.Gated, gone.Verdict, gone.Candidate, gone.Note).ShouldBe((true, Verdict.Inconclusive, null, "no requests in this run"));
    }

    [Fact]
    public void Error_rates_are_held_against_the_newest_run()
    {
        List<RunRecord> history = [.. Sessions.Noisy(11).Select(run => run with { Overall = run.Overall! with { Failures = 600 } }), Sessions.Run(11)];
        var rate = Sessions.Of(Compare(history, Sessions.Run(12) with { Overall = Sessions.Run(12).Overall! with { Failures = 300 } }).Comparisons, Metrics.ErrorRate);
        (rate.Baseline, rate.Flagged, rate.Note).ShouldBe((0, true, "no failures in the baseline"));
    }

    [Fact]
    public void The_smallest_visible_slowdown_is_that_of_the_noisiest_gated_metric()
    {
        var history = Sessions.Noisy(12);
        var visible = Compare(history, Sessions.Run(12)).SmallestVisibleChange.ShouldNotBeNull();
        visible.ShouldBeInRange(0.05, 0.2);
        Compare(history, Sessions.Run(12, 0.9)).SmallestVisibleChange.ShouldBe(visible);

        int Stand(double slowdown) => Compare(history, Slower(Sessions.Run(12), history, slowdown)).Comparisons.Count(c => c is { Flagged: true, Gated: true });
        Stand(visible + 0.002).ShouldBe(Gated);
        Stand(visible - 0.002).ShouldBe(Gated - 1);
    }

    [Fact]
    public void Suspects_are_what_is_gated_and_stands_out_for_the_worse_the_largest_first()
    {
        Comparison Given(string metric, double before, double now, bool flagged = true, bool gated = true) => new()
        {
            Endpoint = "x", Metric = metric, Baseline = before, Candidate = now, Change = before == 0 ? null : now / before - 1, Verdict = Verdict.Inconclusive, Flagged = flagged, Gated = gated,
        };

        StoredComparison.Suspects([]).ShouldBeEmpty();
        StoredComparison.Suspects(
        [
            Given(Metrics.P50, 100, 80), Given(Metrics.P95, 100, 120), Given(Metrics.P99, 100, 300, gated: false), Given(Metrics.CpuPerRequest, 100, 300, flagged: false),
            Given(Metrics.RequestsPerSecond, 100, 60), Given(Metrics.RequestsPerSecond, 60, 100), Given(Metrics.ErrorRate, 0, 0.1), Given(Metrics.ErrorRate, 0.1, 0),
        ]).Select(c => (c.Metric, c.Candidate)).ShouldBe([(Metrics.ErrorRate, 0.1), (Metrics.RequestsPerSecond, 60), (Metrics.P95, 120)]);
    }

    // Every judged metric moved from its own reference by as much.
    static RunRecord Slower(RunRecord run, List<RunRecord> history, double slowdown)
    {
        double From(Func<RunRecord, double> value) => Sessions.Middle(history.Select(value)) * (1 + slowdown);
        EndpointRecord Moved(EndpointRecord e, Func<RunRecord, EndpointRecord> same) => e with
        {
            P50Micros = (long)Math.Round(From(r => same(r).P50Micros)),
            P95Micros = (long)Math.Round(From(r => same(r).P95Micros)),
            P99Micros = (long)Math.Round(From(r => same(r).P99Micros)),
            RequestsPerSecond = Sessions.Middle(history.Select(r => same(r).RequestsPerSecond!.Value)) / (1 + slowdown),
        };

        return run with
        {
            Overall = Moved(run.Overall!, r => r.Overall!),
            Endpoints = [.. run.Endpoints.Select(e => Moved(e, r => r.Endpoints.Single(o => o.Name == e.Name)))],
            Resources = [Sessions.Used("api", From(r => r.Resources.Sum(s => s.CpuMicrosPerRequest!.Value)) - 100), Sessions.Used("database", 100)],
        };
    }

    static ComparedRun Compare(IReadOnlyList<RunRecord> history, RunRecord run) =>
        StoredComparison.Compare(history[^1], new RunHistory([.. history.Select(RunValues.Of)], RunValues.Of(run), Usual), run, Usual);
}
