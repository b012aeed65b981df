using PerfGate.Gate.Baselines;
using PerfGate.Gate.Judging;
using PerfGate.Gate.Recording;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Gate.Runs;

namespace PerfGate.Gate.Tests.Judging;

public sealed class JudgingARun
{
    static readonly TargetRecord Met = new(null, Metrics.P95, 200, 500, 1000);
    static readonly TargetRecord Missed = new(null, Metrics.ErrorRate, 0.001, 0.01, 0.05);
    static readonly JudgeSettings QuietSessions = new() { Comparison = new() { SessionDeviation = 0 } };

    static RunRecord Good => Samples.Typical().With(Met);

    static RunRecord Failing => Samples.Run(Samples.Endpoint("/cart", 1_000, 10_000, failures: 98)).With(Met, Missed);

    static RunRecord Large => Samples.Run(Samples.Endpoint("/cart", 50_000, 10_000)).With(Met);

    [Fact]
    public void Without_a_baseline_targets_are_judged_and_the_gate_stays_open()
    {
        var result = Samples.Judged(Good);
        (result.Verdict, result.ExitCode, result.Mode, result.Baseline).ShouldBe((Verdict.NoBaseline, 0, "none", null));
        (result.Comparisons.Count, result.SmallestVisibleChange).ShouldBe((0, null));
        result.Targets.Single().Tier.ShouldBe(Tier.Target);
        result.Headline.ShouldBe("No baseline yet; 1 target met.");
    }

    [Fact]
    public void No_baseline_fails_nothing_even_when_strict() => Samples.Judged(Good, strict: true).ExitCode.ShouldBe(0);

    [Fact]
    public void A_missed_critical_target_fails_the_gate_and_leads()
    {
        var result = Samples.Judged(Failing);
        (result.Verdict, result.ExitCode).ShouldBe((Verdict.NoBaseline, 2));
        result.Headline.ShouldBe("Failed: error rate of all requests is 9.8 %, beyond its critical limit of 5 %. No baseline yet.");
    }

    [Fact]
    public void Several_missed_targets_lead_with_the_worst()
    {
        var result = Samples.Judged(Failing.With(Missed, new TargetRecord("/cart", Metrics.P50, 0.1, 0.2, 0.3), new TargetRecord(null, Metrics.RequestsPerSecond, 300, 200, 100)));
        result.Headline.ShouldStartWith("Failed: p50 of /cart is ");
        result.Headline.ShouldContain(", beyond its critical limit of 0.3 ms, and 2 more failures. No baseline yet.");
    }

    [Fact]
    public void A_stored_comparison_with_noise_between_sessions_is_inconclusive_and_lets_pass_unless_strict()
    {
        var result = Samples.Judged(Good, Good);
        (result.Verdict, result.ExitCode, result.Mode).ShouldBe((Verdict.Inconclusive, 0, "stored"));
        result.Headline.ShouldStartWith($"Inconclusive: nothing stands out against baseline {Good.RunId}, but a slowdown below ");
        result.Headline.ShouldEndWith(" % could have stayed unseen; 1 target met.");
        Samples.Judged(Good, Good, strict: true).ExitCode.ShouldBe(3);
    }

    [Fact]
    public void What_stands_out_is_named()
    {
        var result = Samples.Judged(Samples.Typical(seed: 2, slower: 3).With(Met), Good);
        (result.Verdict, result.ExitCode).ShouldBe((Verdict.Inconclusive, 0));
        result.Headline.ShouldMatch(@"^Inconclusive: \d+ changes against baseline \S+ stand out, most of all p\d\d of .+ \(\+\d+ %\); a stored baseline alone cannot prove it; 1 target met\.$");
    }

    [Fact]
    public void A_critical_target_outranks_strict()
    {
        var result = Samples.Judged(Failing, Samples.Run(Samples.Endpoint("/cart", 1_000, 10_000)), strict: true);
        result.ExitCode.ShouldBe(2);
        result.Headline.ShouldStartWith("Failed: error rate of all requests is 9.8 %, beyond its critical limit of 5 %. 2 changes against baseline ");
    }

    [Fact]
    public void Shown_equivalence_of_every_gated_metric_passes()
    {
        var result = Judge.Decide(Large, BaselineSearch.Nothing with { Baseline = Large }, QuietSessions);
        (result.Verdict, result.ExitCode).ShouldBe((Verdict.Passed, 0));
        result.Headline.ShouldBe($"Passed: no change beyond ±5 % against baseline {Large.RunId}; 1 target met.");
        result.SmallestVisibleChange!.Value.ShouldBeLessThan(0.05);
    }

    [Fact]
    public void A_passed_comparison_with_a_missed_target_fails_and_does_not_call_itself_passed()
    {
        var run = Large.With(new TargetRecord(null, Metrics.P50, 1, 2, 3));
        var result = Judge.Decide(run, BaselineSearch.Nothing with { Baseline = Large }, QuietSessions);
        (result.Verdict, result.ExitCode).ShouldBe((Verdict.Passed, 2));
        result.Headline.ShouldEndWith($"beyond its critical limit of 3 ms. No change beyond ±5 % against baseline {Large.RunId}.");
    }

    [Fact]
    public void An_endpoint_that_lost_all_its_requests_keeps_the_run_from_passing_and_is_told()
    {
        var baseline = Samples.Run(Samples.Endpoint("/cart", 50_000, 10_000), Samples.Endpoint("/buy", 100, 10_000, method: "POST"));
        var result = Judge.Decide(Large, BaselineSearch.Nothing with { Baseline = baseline }, QuietSessions);
        result.Verdict.ShouldBe(Verdict.Inconclusive);
        result.Warnings.ShouldContain("POST /buy is in the baseline, but had no request in this run.");
    }

    public static TheoryData<string, string> BrokenMeasurements => new()
    {
        { "cpu", "Invalid run: the load generator used 95 % of the machine's processors (limit 90 %), so it measured its own queue too." },
        { "lag", "Invalid run: the load generator started tasks late: 1 % of them by more than 250 ms (limit 100 ms)." },
        { "empty", "Invalid run: nothing was measured: no request was made outside warm-up." },
        { "died", "Invalid run: the system died under the harness: 'api' exited with code 139 after 3 s." },
    };

    [Theory]
    [MemberData(nameof(BrokenMeasurements))]
    public void A_tripped_guard_makes_the_run_invalid_whatever_it_shows(string what, string headline)
    {
        var result = Samples.Judged(Broken(what), Good, strict: true);
        (result.Verdict, result.ExitCode, result.Mode).ShouldBe((Verdict.Invalid, 4, "none"));
        result.Headline.ShouldBe(headline);
        result.Comparisons.ShouldBeEmpty();
        result.Warnings[0].ShouldBe(headline.Replace("Invalid run: t", "T").Replace("Invalid run: n", "N"));
    }

    [Fact]
    public void Invalid_outranks_a_missed_target()
    {
        var result = Samples.Judged(Failing with { Generator = Failing.Generator with { CpuShare = 0.99 } });
        (result.ExitCode, result.Targets.Count(t => t.Tier == Tier.Critical)).ShouldBe((4, 1));
    }

    [Fact]
    public void Guards_trip_beyond_their_limits_and_not_at_them()
    {
        var generator = Good.Generator with { CpuShare = 0.9, ScheduleLagP99Micros = 100_000 };
        Samples.Judged(Good with { Generator = generator }).Verdict.ShouldBe(Verdict.NoBaseline);
        var tight = new JudgeSettings { Guards = new GuardLimits { GeneratorCpuShare = 0.5, ScheduleLagP99 = TimeSpan.FromMilliseconds(10) } };
        var result = Judge.Decide(Good with { Generator = generator }, BaselineSearch.Nothing, tight);
        result.Headline.ShouldEndWith(" There is 1 more reason.");
        result.Warnings.Count.ShouldBe(2);
    }

    [Fact]
    public void A_lag_that_was_not_measured_trips_nothing() =>
        Samples.Judged(Good with { Generator = Good.Generator with { ScheduleLagP99Micros = null } }).Verdict.ShouldBe(Verdict.NoBaseline);

    [Fact]
    public void A_target_that_nothing_was_measured_for_is_told_and_never_counts_as_met()
    {
        var result = Samples.Judged(Good.With(Met, new TargetRecord("/gone", Metrics.P50, 1, 2, 3)));
        result.ExitCode.ShouldBe(0);
        result.Headline.ShouldBe("No baseline yet; 1 of 2 targets met, 1 could not be judged.");
        result.Warnings.ShouldContain("The target p50 of /gone could not be judged: no request was named '/gone'.");
    }

    [Fact]
    public void Without_targets_the_headline_says_so() => Samples.Judged(Good.With()).Headline.ShouldBe("No baseline yet; no targets are set.");

    [Fact]
    public void Why_there_is_no_baseline_is_passed_on()
    {
        var search = BaselineSearch.Nothing with { Notes = ["There is a baseline, but for another machine."] };
        Judge.Decide(Good, search, new JudgeSettings()).Warnings.ShouldBe(["There is a baseline, but for another machine."]);
    }

    [Fact]
    public void A_baseline_of_another_machine_is_not_passed_off_as_none_at_all()
    {
        var search = BaselineSearch.Nothing with { Others = [new OtherBaseline("20261101-000000-0000", ["CPU: a there, b here"])] };
        Judge.Decide(Good, search, new JudgeSettings()).Headline.ShouldBe("No baseline yet of this machine and workload; 1 target met.");
    }

    [Fact]
    public void What_was_compared_with_is_named() =>
        Samples.Judged(Good, Good).Baseline.ShouldBe(new BaselineReference(Good.RunId, Good.Commit, "main", Samples.Start));

    [Fact]
    public void The_same_records_give_the_same_result_from_files()
    {
        using var folder = new TempFolder();
        RunRecordFile.Write(Good, folder.File("run.json"));
        var read = RunRecordFile.Read(folder.File("run.json"));
        var (direct, redone) = (Samples.Judged(Good, Good), Samples.Judged(read, read));
        redone.Comparisons.ShouldBe(direct.Comparisons);
        redone.Headline.ShouldBe(direct.Headline);
    }

    [Fact]
    public void Half_a_run_is_not_judged() =>
        Should.Throw<GateException>(() => Samples.Judged(Good with { End = RunEnd.Cancelled })).Message.ShouldContain("was cancelled");

    static RunRecord Broken(string what) => what switch
    {
        "cpu" => Good with { Generator = Good.Generator with { CpuShare = 0.95 } },
        "lag" => Good with { Generator = Good.Generator with { ScheduleLagP99Micros = 250_000 } },
        "empty" => Samples.Run(),
        _ => Good with { End = RunEnd.SystemDied, SystemDeath = "'api' exited with code 139 after 3 s" },
    };
}
