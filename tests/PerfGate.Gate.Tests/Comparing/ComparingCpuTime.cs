using PerfGate.Gate.Comparing;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Gate.Tests.History;

namespace PerfGate.Gate.Tests.Comparing;

public sealed class ComparingCpuTime
{
    [Fact]
    public void It_is_the_sum_of_all_services_of_all_requests_and_gated()
    {
        var cpu = Cpu(With(("api", 400), ("database", 100)), With(("database", 110), ("api", 430))).ShouldNotBeNull();
        (cpu.Endpoint, cpu.Method, cpu.Baseline, cpu.Candidate, cpu.Gated).ShouldBe(("all requests", null, 500, 540, true));
        cpu.Change!.Value.ShouldBe(0.08, 1e-12);
        cpu.Lower!.Value.ShouldBeInRange(-0.06, -0.03);
        (cpu.Flagged, cpu.Verdict).ShouldBe((false, Verdict.Inconclusive));
    }

    [Fact]
    public void It_is_compared_only_where_both_runs_measured_the_same_services_and_every_one_of_them()
    {
        var whole = With(("api", 400), ("database", 100));
        Cpu(whole, With()).ShouldBeNull();
        Cpu(With(), whole).ShouldBeNull();
        Cpu(With(("api", 400), ("database", null)), whole).ShouldBeNull();
        Cpu(whole, With(("api", 400), ("database", null))).ShouldBeNull();
        Cpu(whole, With(("api", 400))).ShouldBeNull();
        Cpu(With(("api", 0)), With(("api", 0))).ShouldBeNull();
    }

    [Fact]
    public void A_rise_that_quiet_sessions_do_not_explain_is_flagged_where_times_did_not_move()
    {
        var history = Sessions.Noisy(12, 0.01);
        var result = Sessions.Judged(history, With(("api", 430), ("database", 100)) with { RunId = Sessions.Id(12) });
        var flagged = result.Comparisons.Single(c => c is { Flagged: true, Gated: true });
        flagged.Metric.ShouldBe(Metrics.CpuPerRequest);
        result.Warnings.ShouldContain("Worse than the median of 12 earlier runs by more than sessions of one build differ: CPU per request of all requests (+5.54 %).");
    }

    [Fact]
    public void Old_records_without_resources_are_left_out_of_its_history()
    {
        var history = Sessions.Noisy(12).Select((run, place) => place < 5 ? run with { Resources = [] } : run).ToList();
        var cpu = Sessions.Of(Sessions.Judged(history, Sessions.Run(12)).Comparisons, Metrics.CpuPerRequest);
        (cpu.Baseline, cpu.Note).ShouldBe((history[^1].Resources.Sum(r => r.CpuMicrosPerRequest), "against the newest run alone: 7 earlier runs can tell, and it takes 8"));
        Sessions.Judged(history, Sessions.Run(12)).History.Single(line => line.Metric == Metrics.CpuPerRequest).Points.Count.ShouldBe(8);
    }

    [Fact]
    public void A_newest_record_without_resources_does_not_hide_those_before()
    {
        List<RunRecord> history = [.. Sessions.Noisy(9), Sessions.Run(9) with { Resources = [] }];
        var result = Sessions.Judged(history, Sessions.Run(10));
        Sessions.Of(result.Comparisons, Metrics.CpuPerRequest).Baseline!.Value.ShouldBe(Sessions.Middle(history[..9].Select(run => run.Resources.Sum(r => r.CpuMicrosPerRequest!.Value))), 1e-9);
        result.Comparisons.Take(6).Select(c => c.Metric).ShouldBe(["p50", "p95", "p99", "requestsPerSecond", "errorRate", "cpuPerRequest"]);
    }

    [Fact]
    public void A_run_without_resources_has_nothing_to_compare_and_no_line()
    {
        var result = Sessions.Judged(Sessions.Noisy(12), Sessions.Run(12) with { Resources = [] });
        result.Comparisons.ShouldAllBe(c => c.Metric != Metrics.CpuPerRequest);
        result.History.ShouldAllBe(line => line.Metric != Metrics.CpuPerRequest);
    }

    static RunRecord With(params (string Service, double? Micros)[] used) =>
        Samples.Typical() with { Resources = [.. used.Select(u => Sessions.Used(u.Service, u.Micros))] };

    static Comparison? Cpu(RunRecord baseline, RunRecord candidate) =>
        StoredComparison.Compare(baseline, candidate, ComparisonLimits.Default).SingleOrDefault(c => c.Metric == Metrics.CpuPerRequest);
}
