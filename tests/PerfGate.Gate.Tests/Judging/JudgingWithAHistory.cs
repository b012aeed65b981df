using PerfGate.Gate.Baselines;
using PerfGate.Gate.Judging;
using PerfGate.Gate.Recording;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Gate.Tests.History;

namespace PerfGate.Gate.Tests.Judging;

public sealed class JudgingWithAHistory
{
    [Fact]
    public void A_slow_run_is_inconclusive_names_its_suspects_and_fails_only_when_strict()
    {
        var result = Sessions.Judged(Sessions.Noisy(12), Slow);
        (result.Verdict, result.ExitCode, result.Mode).ShouldBe((Verdict.Inconclusive, 0, "stored"));
        result.Headline.ShouldMatch(@"^Inconclusive: 1 change against the median of 12 earlier runs stands out, most of all p95 of GET /cart \(\+\d\d\.?\d? %\); a stored baseline alone cannot prove it; ");
        result.Warnings.Single().ShouldMatch(@"^Worse than the median of 12 earlier runs by more than sessions of one build differ: p95 of GET /cart \(\+\d\d\.?\d? %\)\.$");
        Sessions.Judged(Sessions.Noisy(12), Slow, strict: true).ExitCode.ShouldBe(3);
    }

    [Fact]
    public void An_ordinary_run_says_what_it_could_have_seen()
    {
        var result = Sessions.Judged(Sessions.Noisy(12, 0.03), Sessions.Run(12));
        (result.Verdict, result.ExitCode, result.Warnings.Count).ShouldBe((Verdict.Inconclusive, 0, 0));
        result.Headline.ShouldMatch(@"^Inconclusive: nothing stands out against the median of 12 earlier runs, but a slowdown below \d\d\.?\d? % could have stayed unseen; ");
    }

    [Fact]
    public void An_ordinary_run_among_quiet_sessions_passes()
    {
        var result = Sessions.Judged(Sessions.Noisy(20, 0.005), Sessions.Run(20), strict: true);
        (result.Verdict, result.ExitCode).ShouldBe((Verdict.Passed, 0));
        result.Headline.ShouldStartWith("Passed: no change beyond ±5 % against the median of 20 earlier runs; ");
    }

    [Fact]
    public void What_got_worse_leads_even_when_something_else_got_better_by_more()
    {
        var run = Slow with { Overall = Slow.Overall! with { P50Micros = Slow.Overall.P50Micros / 2 } };
        Sessions.Judged(Sessions.Noisy(12), run).Headline.ShouldContain("2 changes against the median of 12 earlier runs stand out, most of all p95 of GET /cart (+");
    }

    [Fact]
    public void Of_many_suspects_the_largest_are_named()
    {
        var warning = Sessions.Judged(Sessions.Noisy(12), Sessions.Run(12, 1.5)).Warnings[0];
        warning.Split(" (+").Length.ShouldBe(6);
        warning.ShouldEndWith(" and 4 more.");
    }

    [Fact]
    public void An_improvement_is_no_suspect() => Sessions.Judged(Sessions.Noisy(12), Sessions.Run(12, () => 0.7) with { Overall = Sessions.Run(12).Overall }).Warnings.ShouldBeEmpty();

    [Fact]
    public void A_suspect_of_a_single_baseline_is_named_too() =>
        Sessions.Judged([Sessions.Run(1)], Samples.Typical(slower: 2) with { RunId = Sessions.Id(2) }).Warnings[0].ShouldStartWith($"Worse than baseline {Sessions.Id(1)} by more than sessions of one build differ: ");

    [Theory]
    [InlineData(7, null)]
    [InlineData(8, 8)]
    public void The_newest_run_is_named_and_how_many_the_reference_is_the_median_of(int earlier, int? sessions)
    {
        var baseline = Sessions.Judged(Sessions.Noisy(earlier), Sessions.Run(earlier)).Baseline.ShouldNotBeNull();
        (baseline.RunId, baseline.MedianOf).ShouldBe((Sessions.Id(earlier - 1), sessions));
    }

    [Fact]
    public void An_endpoint_with_a_handful_of_requests_no_longer_decides_what_could_have_been_seen()
    {
        var run = Samples.Run(Samples.Endpoint("/cart", 6_000, 10_000), Samples.Endpoint("/rare", 19, 10_000));
        var result = Samples.Judged(run, run);
        result.SmallestVisibleChange!.Value.ShouldBeInRange(0.1, 0.25);
        var rare = Sessions.Of(result.Comparisons, Metrics.P50, "/rare");
        (rare.Gated, rare.Note).ShouldBe((false, "shown only: 19 requests, and p50 is judged from 100 on"));
    }

    [Theory]
    [InlineData(99, false, false)]
    [InlineData(100, true, false)]
    [InlineData(399, true, false)]
    [InlineData(400, true, true)]
    public void Times_take_part_from_a_number_of_requests_on_each_side(int requests, bool p50, bool p95)
    {
        var (few, many) = (Samples.Run(Samples.Endpoint("/x", requests, 10_000)), Samples.Run(Samples.Endpoint("/x", 6_000, 10_000)));
        foreach (var result in new[] { Samples.Judged(few, many), Samples.Judged(many, few) })
        {
            Sessions.Of(result.Comparisons, Metrics.P50, "/x").Gated.ShouldBe(p50);
            Sessions.Of(result.Comparisons, Metrics.P95, "/x").Gated.ShouldBe(p95);
        }
    }

    [Fact]
    public void In_open_load_throughput_is_shown_only_as_the_profile_gives_it()
    {
        static RunRecord Open(RunRecord run) => run with { Stages = [.. run.Stages.Select(s => s with { Rate = 20 })] };
        var result = Sessions.Judged([.. Sessions.Noisy(12).Select(Open)], Open(Sessions.Run(12, 0.5)));
        var rate = Sessions.Of(result.Comparisons, Metrics.RequestsPerSecond);
        (rate.Gated, rate.Note).ShouldBe((false, "shown only: how many requests arrive is given by the profile"));
        result.History.ShouldAllBe(line => line.Metric != Metrics.RequestsPerSecond);
    }

    [Fact]
    public void A_search_for_the_breaking_load_has_no_history()
    {
        var result = Sessions.Judged(Sessions.Noisy(12), Sessions.Run(12) with { UntilItBreaks = true });
        (result.Verdict, result.History.Count, result.Comparisons.Count).ShouldBe((Verdict.NoBaseline, 0, 0));
    }

    [Fact]
    public void An_invalid_run_has_none_either()
    {
        var run = Sessions.Run(12);
        Sessions.Judged(Sessions.Noisy(12), run with { Generator = run.Generator with { CpuShare = 0.99 } }).History.ShouldBeEmpty();
    }

    [Fact]
    public async Task Judging_from_the_store_gives_what_judging_from_memory_gives()
    {
        using var folder = new TempFolder();
        var store = new BaselineStore(folder.File("baselines"), TimeProvider.System);
        var runs = Enumerable.Range(0, 11).Select(i => Samples.Typical(seed: i, slower: 1 + i % 3 * 0.02, runId: Sessions.Id(i)) with { Resources = [Sessions.Used("api", 400 + i)] }).ToList();
        foreach (var run in runs[..10]) await store.SaveAsync(run, CancellationToken.None);
        var (stored, direct) = (Judge.Decide(runs[10], store.Find(runs[10]), new JudgeSettings()), Sessions.Judged(runs[..10], runs[10]));
        stored.Comparisons.ShouldBe(direct.Comparisons);
        stored.Comparisons.ShouldContain(c => c.Metric == Metrics.CpuPerRequest);
        (stored.Headline, stored.Baseline, stored.SmallestVisibleChange).ShouldBe((direct.Headline, direct.Baseline, direct.SmallestVisibleChange));
        stored.History.SelectMany(line => line.Points).ShouldBe(direct.History.SelectMany(line => line.Points));

        GateResultFile.Write(stored, folder.File("result.json"));
        var read = GateResultFile.Read(folder.File("result.json"));
        read.Baseline.ShouldBe(stored.Baseline);
        read.History.Select(line => (line.Metric, line.Upper, line.Points.Count)).ShouldBe(stored.History.Select(line => (line.Metric, line.Upper, line.Points.Count)));
    }

    // One endpoint's p95, and nothing else.
    static RunRecord Slow => Sessions.Run(12) with
    {
        Endpoints = [.. Sessions.Run(12).Endpoints.Select(e => e.Name == "/cart" ? e with { P95Micros = e.P95Micros * 5 / 4 } : e)],
    };
}
