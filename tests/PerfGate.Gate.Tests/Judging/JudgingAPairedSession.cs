using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Gate.Tests.Paired;

namespace PerfGate.Gate.Tests.Judging;

public sealed class JudgingAPairedSession
{
    const string Main = "main (0123456)";
    static readonly TargetRecord Missed = new(null, Metrics.P95, 0.1, 0.2, 0.3);
    static readonly SampleSession Confirmed = SampleSession.Slower(0.1) with { HasSecond = true };

    [Fact]
    public void Builds_that_are_the_same_pass_and_the_smallest_visible_slowdown_is_told()
    {
        var result = SampleSession.Same.Judged(strict: true);
        (result.Verdict, result.ExitCode, result.Mode).ShouldBe((Verdict.Passed, 0, "paired"));
        result.Headline.ShouldMatch(@"^Passed: no change beyond ±5 % in CPU and ±10 % in response times against main \(0123456\); a slowdown of \d+(\.\d+)? % would have been seen; no targets are set\.$");
        result.Baseline.ShouldBe(new BaselineReference("main", "0123456789abcdef0123456789abcdef01234567", "main", Samples.Start));
        var paired = result.Paired!;
        (paired.ScreenRounds, paired.ConfirmRounds, paired.VoidRounds, paired.Blocks, paired.Rate, paired.RoundsToSettle).ShouldBe((12, 0, 0, 6, 250, null));
    }

    [Fact]
    public void A_confirmed_slowdown_fails_and_names_the_largest()
    {
        var result = Confirmed.Judged();
        (result.Verdict, result.ExitCode).ShouldBe((Verdict.Regressed, 2));
        result.Headline.ShouldMatch(@"^Regressed: (p50|p95|CPU per request) of .+ by \+\d+(\.\d+)? % \(\+\d+(\.\d+)? % to \+\d+(\.\d+)? %\) and \d more metrics against main \(0123456\); no targets are set\.$");
        (result.Paired!.ConfirmRounds, result.Paired.Blocks).ShouldBe((12, 12));
    }

    [Fact]
    public void A_confirmed_speedup_does_not()
    {
        var result = (SampleSession.Slower(-0.1) with { HasSecond = true }).Judged(strict: true);
        (result.Verdict, result.ExitCode).ShouldBe((Verdict.Improved, 0));
        result.Headline.ShouldMatch(@"^Improved: .+ by -\d+(\.\d+)? % \(-.+ % to -.+ %\) and \d more metrics against main \(0123456\); ");
    }

    [Fact]
    public void What_stood_out_without_a_second_look_is_inconclusive()
    {
        var result = SampleSession.Slower(0.1).Judged();
        (result.Verdict, result.ExitCode).ShouldBe((Verdict.Inconclusive, 0));
        result.Headline.ShouldMatch(@"^Inconclusive: \S.+ \(\+\d+(\.\d+)? %\) stands out against main \(0123456\), but is not beyond doubt; no targets are set\.$");
        SampleSession.Slower(0.1).Judged(strict: true).ExitCode.ShouldBe(3);
    }

    [Fact]
    public void Noise_is_inconclusive_and_says_how_many_rounds_would_settle_it()
    {
        var result = (SampleSession.Same with { RoundNoise = 0.07 }).Judged(strict: true);
        (result.Verdict, result.ExitCode).ShouldBe((Verdict.Inconclusive, 3));
        result.Headline.ShouldMatch(@"^Inconclusive: nothing stands out against main \(0123456\), but \S.+ may have changed by anything from \S+ % to \S+ %; about \d+ rounds would settle it; a slowdown below .+ % could have stayed unseen; ");
    }

    [Fact]
    public void The_endpoint_that_is_slower_is_named()
    {
        var result = (SampleSession.Same with { Change = (endpoint, _) => endpoint == "/buy" ? 0.2 : 0, HasSecond = true }).Judged();
        result.Headline.ShouldStartWith("Regressed: p50 of POST /buy by +");
        result.Headline.ShouldContain($"%) against {Main}; ");
    }

    [Theory]
    [InlineData(0, 0.03, Verdict.Regressed, "Regressed: the error rate rose from 0 % to 2.96 % against main (0123456); no targets are set.")]
    [InlineData(0.03, 0, Verdict.Improved, "Improved: the error rate fell from 2.96 % to 0 % against main (0123456); no targets are set.")]
    public void An_error_rate_that_moved_is_told_in_its_direction(double before, double now, Verdict verdict, string headline)
    {
        var result = (SampleSession.Same with { BaselineFailures = before, CandidateFailures = now }).Judged();
        result.Verdict.ShouldBe(verdict);
        result.Headline.ShouldBe(headline);
    }

    [Fact]
    public void An_endpoint_that_is_gone_is_said_twice()
    {
        var result = (SampleSession.Same with { Endpoints = [new("/cart", "GET", 1_200), new("/buy", "POST", 150, 0)] }).Judged();
        result.Verdict.ShouldBe(Verdict.Inconclusive);
        result.Headline.ShouldBe($"Inconclusive: POST /buy was asked for in {Main}, and never in the candidate; no targets are set.");
        result.Warnings.ShouldContain("POST /buy was asked for in the baseline, and never in the candidate.");
    }

    [Fact]
    public void A_metric_that_could_not_be_measured_is_named() =>
        (SampleSession.Same with { HasCpu = false }).Judged().Headline
            .ShouldBe($"Inconclusive: CPU per request of all requests cannot be compared with {Main}: too few rounds have it on both sides; no targets are set.");

    [Fact]
    public void A_p99_that_is_only_shown_and_stands_out_is_named()
    {
        var result = (SampleSession.Same with { Change = (_, metric) => metric == Metrics.P99 ? 0.08 : 0 }).Judged();
        result.Verdict.ShouldBe(Verdict.Inconclusive);
        result.Headline.ShouldMatch(@"^Inconclusive: p99 of .+ \(\+\d+(\.\d+)? %\) stands out against main \(0123456\), but is not beyond doubt; ");
    }

    [Fact]
    public void Too_many_void_rounds_make_a_session_invalid_and_their_reason_leads()
    {
        var result = Confirmed.Record().WithVoid(i => i < 5).Judged(strict: true);
        (result.Verdict, result.ExitCode, result.Mode).ShouldBe((Verdict.Invalid, 4, "paired"));
        result.Headline.ShouldBe("Invalid run: the machine was too noisy: 5 of the 12 rounds of the first look do not count (limit 33.3 %). Most often: the hypervisor gave 6.5 % of the machine's time to others (limit 5 %).");
        result.Comparisons.ShouldBeEmpty();
        result.SmallestVisibleChange.ShouldBeNull();
        result.Paired!.VoidRounds.ShouldBe(5);
    }

    [Fact]
    public void A_third_of_them_may_be_void_and_is_told_once_for_each_reason()
    {
        var result = SampleSession.Same.Record()
            .WithVoid(i => i % 3 == 0, i => i == 9 ? "Other programs used 1,234.5 % of the machine (limit 15 %)." : $"The hypervisor gave {(i == 0 ? "12.5" : "7")} % of the machine's time to others (limit 5 %).")
            .Judged();
        result.Verdict.ShouldBe(Verdict.Passed);
        result.Warnings.Where(w => w.Contains("did not count")).ShouldBe(
        [
            "3 rounds did not count: the hypervisor gave 12.5 % of the machine's time to others (limit 5 %).",
            "1 round did not count: other programs used 1,234.5 % of the machine (limit 15 %).",
        ]);
    }

    [Fact]
    public void So_does_a_noisy_second_look()
    {
        var record = Confirmed.Record();
        var result = (record with { Confirm = [.. record.Confirm.Select((r, i) => i < 5 ? r with { Void = ["Noisy."] } : r)] }).Judged();
        result.Verdict.ShouldBe(Verdict.Invalid);
        result.Headline.ShouldStartWith("Invalid run: the machine was too noisy: 5 of the 12 rounds of the second look do not count (limit 33.3 %).");
    }

    [Fact]
    public void Rounds_of_too_few_starts_decide_nothing()
    {
        var record = SampleSession.Same.Record().WithVoid(i => i < 4);
        var result = record.Judged();
        (result.Verdict, result.ExitCode).ShouldBe((Verdict.Invalid, 4));
        result.Headline.ShouldBe("Invalid run: too few starts are left: rounds of 4 count, and it takes 5.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void Neither_do_too_few_rounds(int rounds)
    {
        var record = SampleSession.Same.Record();
        var result = (record with { Screen = [.. record.Screen.Take(rounds)] }).Judged();
        result.Verdict.ShouldBe(Verdict.Invalid);
        result.Headline.ShouldBe($"Invalid run: too few rounds are left: {rounds} of the first look count, and it takes 7.");
    }

    [Fact]
    public void Without_a_baseline_to_run_nothing_is_compared_and_that_is_said()
    {
        var record = SampleSession.Same.Record() with { Screen = [], Rate = 0, Broken = "The baseline could not be built: error CS1002.", BaselineUnavailable = true };
        var result = record.Judged();
        (result.Verdict, result.ExitCode, result.Mode).ShouldBe((Verdict.Inconclusive, 0, "paired"));
        result.Headline.ShouldBe($"Inconclusive: {Main} cannot be compared with: it could not be brought up; no targets are set.");
        result.Warnings.ShouldContain("The baseline could not be built: error CS1002.");
        result.Comparisons.ShouldBeEmpty();
        record.Judged(strict: true).ExitCode.ShouldBe(3);
    }

    [Fact]
    public void A_candidate_that_broke_makes_the_session_invalid_whatever_its_rounds_say()
    {
        var result = (Confirmed.Record() with { Broken = "The candidate died: 'api' exited with code 139." }).Judged();
        (result.Verdict, result.ExitCode).ShouldBe((Verdict.Invalid, 4));
        result.Headline.ShouldBe("Invalid run: the candidate died: 'api' exited with code 139.");
        result.Comparisons.ShouldBeEmpty();
    }

    [Fact]
    public void A_missed_critical_target_fails_a_session_that_passed()
    {
        var result = SampleSession.Same.Record().Judged(strict: false, Missed);
        (result.Verdict, result.ExitCode).ShouldBe((Verdict.Passed, 2));
        result.Headline.ShouldMatch(@"^Failed: p95 of all requests is .+ ms, beyond its critical limit of 0\.3 ms\. No change beyond ±5 % in CPU and ±10 % in response times against main \(0123456\); a slowdown of .+ % would have been seen\.$");
    }

    [Fact]
    public void It_leads_before_a_regression_which_follows_as_a_sentence()
    {
        var result = Confirmed.Record().Judged(strict: false, Missed);
        (result.Verdict, result.ExitCode).ShouldBe((Verdict.Regressed, 2));
        result.Headline.ShouldMatch(@"beyond its critical limit of 0\.3 ms\. [A-Z].+ against main \(0123456\)\.$");
    }

    [Fact]
    public void It_outranks_an_invalid_session() =>
        (SampleSession.Same.Record() with { Broken = "The candidate died: why is not known." }).Judged(strict: true, Missed).ExitCode.ShouldBe(2);

    [Fact]
    public void What_the_session_warns_of_is_passed_on() =>
        (SampleSession.Same.Record() with { Warnings = ["The baseline was built with another SDK."] }).Judged().Warnings.ShouldContain("The baseline was built with another SDK.");
}
