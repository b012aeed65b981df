using PerfGate.Gate.Paired;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Tests.Paired;

public sealed class DecidingAboutRounds
{
    const string All = EndpointRecord.AllRequests;

    static Func<string, string, double> Only(string endpoint, double change) => (name, _) => name == endpoint ? change : 0;

    [Fact]
    public void Builds_that_are_the_same_pass_without_a_second_look()
    {
        var decision = SampleSession.Same.Record().Decide();
        (decision.Verdict, decision.NeedsConfirmation).ShouldBe((Verdict.Passed, false));
        (decision.ScreenRounds, decision.ScreenStarts, decision.ConfirmRounds).ShouldBe((12, 6, 0));
        decision.RoundsToSettle().ShouldBeNull();
        decision.SmallestVisibleChange(12)!.Value.ShouldBeInRange(0.02, 0.1);
        decision.Comparisons.ShouldAllBe(c => !c.Flagged);
    }

    [Fact]
    public void The_first_look_alone_never_says_regressed()
    {
        var decision = SampleSession.Slower(0.1).Record().Decide();
        (decision.Verdict, decision.NeedsConfirmation).ShouldBe((Verdict.Inconclusive, true));
        var median = decision.Comparisons.Of(All, Metrics.P50);
        (median.Flagged, median.Gated, median.Note).ShouldBe((true, true, "stood out in the first look, and there was no second"));
        median.Change!.Value.ShouldBe(0.1, 0.02);
    }

    [Fact]
    public void A_second_look_that_confirms_it_does()
    {
        var decision = (SampleSession.Slower(0.1) with { HasSecond = true }).Record().Decide();
        (decision.Verdict, decision.ConfirmRounds).ShouldBe((Verdict.Regressed, 12));
        var median = decision.Comparisons.Of(All, Metrics.P50);
        (median.Verdict, median.Note).ShouldBe((Verdict.Regressed, null));
        median.Lower!.Value.ShouldBeInRange(0.05, 0.1);
        median.Upper!.Value.ShouldBeInRange(0.1, 0.15);
    }

    [Fact]
    public void A_second_look_that_does_not_confirm_it_acquits()
    {
        var decision = (SampleSession.Slower(0.1) with { HasSecond = true, SecondChange = (_, _) => 0 }).Record().Decide();
        decision.Verdict.ShouldNotBe(Verdict.Regressed);
        decision.Comparisons.ShouldNotContain(c => c.Verdict == Verdict.Regressed);
        var median = decision.Comparisons.Of(All, Metrics.P50);
        median.Note.ShouldBe("stood out in the first look, and the second did not confirm it");
        median.Change!.Value.ShouldBe(0, 0.02, "what was flagged is estimated from the second look alone");
    }

    [Fact]
    public void Faster_is_the_mirror_image_of_slower()
    {
        var decision = (SampleSession.Slower(-0.1) with { HasSecond = true }).Record().Decide();
        decision.Verdict.ShouldBe(Verdict.Improved);
        decision.Comparisons.Of(All, Metrics.P50).Change!.Value.ShouldBe(-0.1, 0.02);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(-0.1)]
    public void Swapping_the_sides_mirrors_the_decision(double change)
    {
        var record = (SampleSession.Slower(change) with { HasSecond = true, CandidateFailures = change == 0.1 ? 0.02 : 0 }).Record();
        var (there, back) = (record.Decide(), record.Swapped().Decide());
        back.Verdict.ShouldBe(there.Verdict switch
        {
            Verdict.Regressed => Verdict.Improved,
            Verdict.Improved => Verdict.Regressed,
            var same => same,
        });
        foreach (var (one, other) in there.Comparisons.Zip(back.Comparisons))
        {
            (other.Baseline, other.Candidate, other.Flagged).ShouldBe((one.Candidate, one.Baseline, one.Flagged));
            if (one is { Lower: { } lower, Upper: { } upper })
            {
                (1 + other.Upper!.Value).ShouldBe(1 / (1 + lower), 1e-9);
                (1 + other.Lower!.Value).ShouldBe(1 / (1 + upper), 1e-9);
            }
        }
    }

    [Fact]
    public void The_same_record_gives_the_same_decision()
    {
        var record = (SampleSession.Slower(0.03) with { HasSecond = true, RoundNoise = 0.03 }).Record();
        record.Decide().Comparisons.ShouldBe(record.Decide().Comparisons);
    }

    [Fact]
    public void The_endpoint_that_is_slower_is_the_one_that_is_named()
    {
        var decision = (SampleSession.Same with { Change = Only("/buy", 0.2), HasSecond = true }).Record().Decide();
        decision.Verdict.ShouldBe(Verdict.Regressed);
        decision.Comparisons.Where(c => c.Verdict == Verdict.Regressed).ShouldAllBe(c => c.Endpoint == "/buy");
        decision.Comparisons.Of("/buy", Metrics.P50).Watched.ShouldBeTrue("it has too few requests to have to be equal, and can fail all the same");
    }

    [Fact]
    public void An_endpoint_with_few_requests_need_not_be_shown_equal()
    {
        var decision = (SampleSession.Same with { Endpoints = [new("/cart", "GET", 1_200), new("/buy", "POST", 150)] }).Record().Decide();
        decision.Comparisons.Of("/cart", Metrics.P50).Watched.ShouldBeFalse();
        decision.Comparisons.Of("/buy", Metrics.P50).Watched.ShouldBeTrue();
        decision.Comparisons.Of("/buy", Metrics.P95).Gated.ShouldBeFalse();
        decision.Comparisons.Of("/buy", Metrics.P95).Note.ShouldBe("shown only: 150 requests in a slot, and it is judged from 400 on");
    }

    [Fact]
    public void Noise_hides_what_is_equal_and_how_many_rounds_would_show_it_is_told()
    {
        var decision = (SampleSession.Same with { RoundNoise = 0.07 }).Record().Decide();
        (decision.Verdict, decision.NeedsConfirmation).ShouldBe((Verdict.Inconclusive, false));
        decision.RoundsToSettle()!.Value.ShouldBeInRange(13, 200);
        decision.SmallestVisibleChange(12)!.Value.ShouldBeInRange(0.05, 0.5);
    }

    [Fact]
    public void So_much_noise_that_no_number_of_rounds_would_do_is_not_given_a_number() =>
        (SampleSession.Same with { RoundNoise = 0.6 }).Record().Decide().RoundsToSettle().ShouldBeNull();

    [Fact]
    public void A_noisier_session_sees_less()
    {
        double? Smallest(double noise) => (SampleSession.Same with { RoundNoise = noise }).Record().Decide().SmallestVisibleChange(12);
        Smallest(0.04)!.Value.ShouldBeGreaterThan(Smallest(0.01)!.Value);
    }

    [Fact]
    public void More_failures_are_a_regression_however_fast()
    {
        var decision = (SampleSession.Slower(-0.1) with { HasSecond = true, CandidateFailures = 0.03 }).Record().Decide();
        decision.Verdict.ShouldBe(Verdict.Regressed);
        var errors = decision.Comparisons.Of(All, Metrics.ErrorRate);
        (errors.Verdict, errors.Baseline, errors.Change, errors.Note).ShouldBe((Verdict.Regressed, 0, null, "no failures in the baseline"));
        errors.Candidate!.Value.ShouldBe(0.03, 0.002);
    }

    [Fact]
    public void Failures_within_the_margin_are_none()
    {
        var decision = (SampleSession.Same with { BaselineFailures = 0.01, CandidateFailures = 0.014 }).Record().Decide();
        decision.Comparisons.Of(All, Metrics.ErrorRate).Verdict.ShouldBe(Verdict.Passed);
        decision.Verdict.ShouldBe(Verdict.Passed);
    }

    [Fact]
    public void Failures_of_a_single_round_are_no_proof()
    {
        var record = SampleSession.Same.Record();
        var first = record.Screen[0];
        var failing = first with { Candidate = first.Candidate with { All = first.Candidate.All with { Failures = first.Candidate.All.Requests / 2 } } };
        var decision = (record with { Screen = [failing, .. record.Screen.Skip(1)] }).Decide();
        (decision.Verdict, decision.Comparisons.Of(All, Metrics.ErrorRate).Verdict).ShouldBe((Verdict.Inconclusive, Verdict.Inconclusive));
    }

    [Fact]
    public void An_endpoint_that_only_the_baseline_was_asked_for_keeps_from_passing()
    {
        var decision = (SampleSession.Same with { Endpoints = [new("/cart", "GET", 1_200), new("/buy", "POST", 150, 0)] }).Record().Decide();
        decision.Verdict.ShouldBe(Verdict.Inconclusive);
        var gone = decision.Comparisons.Single(c => c.Endpoint == "/buy");
        (gone.Gated, gone.Candidate, gone.Change, gone.Note).ShouldBe((true, null, null, "no requests in the candidate"));
    }

    [Fact]
    public void So_does_one_that_the_candidate_was_hardly_asked_for()
    {
        var record = SampleSession.Same.Record();
        var decision = (record with { Screen = [.. record.Screen.Select((r, i) => i == 0 ? r : r with { Candidate = r.Candidate with { Endpoints = [.. r.Candidate.Endpoints.Where(e => e.Name != "/buy")] } })] }).Decide();
        decision.Verdict.ShouldBe(Verdict.Inconclusive);
        decision.Comparisons.Single(c => c.Endpoint == "/buy").Note.ShouldBe("hardly any requests in the candidate");
    }

    [Fact]
    public void A_new_endpoint_does_not()
    {
        var decision = (SampleSession.Same with { Endpoints = [new("/cart", "GET", 1_200), new("/new", "GET", 0, 150)] }).Record().Decide();
        decision.Verdict.ShouldBe(Verdict.Passed);
        var added = decision.Comparisons.Single(c => c.Endpoint == "/new");
        (added.Gated, added.Baseline, added.Note).ShouldBe((false, null, "new: no requests in the baseline"));
    }

    [Fact]
    public void That_a_rare_request_came_up_on_one_side_alone_is_chance()
    {
        var record = SampleSession.Same.Record();
        var rare = new SlotEndpoint("/rare", "GET", 2, 0, 1_000, 1_000, 1_000);
        var first = record.Screen[0];
        var decision = (record with { Screen = [first with { Baseline = first.Baseline with { Endpoints = [.. first.Baseline.Endpoints, rare] } }, .. record.Screen.Skip(1)] }).Decide();
        decision.Verdict.ShouldBe(Verdict.Passed);
        decision.Comparisons.ShouldNotContain(c => c.Endpoint == "/rare");
    }

    [Fact]
    public void Cpu_time_that_nobody_could_read_is_unknown_and_not_unchanged()
    {
        var decision = (SampleSession.Same with { HasCpu = false }).Record().Decide();
        decision.Verdict.ShouldBe(Verdict.Inconclusive);
        var cpu = decision.Comparisons.Of(All, Metrics.CpuPerRequest);
        (cpu.Baseline, cpu.Candidate, cpu.Change, cpu.Verdict).ShouldBe((null, null, null, Verdict.Inconclusive));
        cpu.Note.ShouldBe("too few rounds have it on both sides");
        decision.SmallestVisibleChange(12).ShouldBeNull();
    }

    [Fact]
    public void More_work_that_only_its_cpu_time_shows_is_found()
    {
        var decision = (SampleSession.Same with { Change = (_, metric) => metric == Metrics.CpuPerRequest ? 0.08 : 0, HasSecond = true }).Record().Decide();
        decision.Comparisons.Where(c => c.Verdict == Verdict.Regressed).ShouldHaveSingleItem().Metric.ShouldBe(Metrics.CpuPerRequest);
    }

    [Fact]
    public void A_p99_that_is_only_shown_never_fails_but_keeps_from_passing_where_it_stands_out()
    {
        var decision = (SampleSession.Same with { Change = (_, metric) => metric == Metrics.P99 ? 0.5 : 0, HasSecond = true }).Record().Decide();
        decision.Verdict.ShouldBe(Verdict.Inconclusive);
        var tail = decision.Comparisons.Of(All, Metrics.P99);
        (tail.Gated, tail.Flagged).ShouldBe((false, true));
    }

    [Fact]
    public void With_requests_enough_it_fails()
    {
        var decision = (SampleSession.Same with { Endpoints = [new("/cart", "GET", 6_000)], Change = (_, metric) => metric == Metrics.P99 ? 0.5 : 0, HasSecond = true }).Record().Decide();
        decision.Verdict.ShouldBe(Verdict.Regressed);
        decision.Comparisons.Of(All, Metrics.P99).Verdict.ShouldBe(Verdict.Regressed);
    }

    [Fact]
    public void What_all_rounds_of_two_starts_have_in_common_is_not_taken_for_a_change()
    {
        var record = SampleSession.Same.Record();
        var slowStarts = record with { Screen = [.. record.Screen.Select(r => r.Block < 2 ? r with { Candidate = Slower(r.Candidate) } : r)] };
        slowStarts.Decide().NeedsConfirmation.ShouldBeFalse();

        static SlotRecord Slower(SlotRecord slot) => slot with { All = slot.All with { P50 = slot.All.P50 * 3 / 2 }, CpuSeconds = slot.CpuSeconds * 1.5 };
    }

    [Fact]
    public void Void_rounds_count_for_nothing()
    {
        var record = SampleSession.Same.Record();
        var wild = record with { Screen = [.. record.Screen.Select((r, i) => i < 2 ? r with { Void = ["noisy"], Candidate = r.Candidate with { All = r.Candidate.All with { P50 = 9_000_000 } } } : r)] };
        var decision = wild.Decide();
        (decision.Verdict, decision.ScreenRounds, decision.ScreenStarts).ShouldBe((Verdict.Passed, 10, 5));
    }

    [Fact]
    public void Without_a_round_nothing_is_decided()
    {
        var decision = (SampleSession.Same.Record() with { Screen = [] }).Decide();
        (decision.Verdict, decision.NeedsConfirmation, decision.ScreenRounds).ShouldBe((Verdict.Inconclusive, false, 0));
        decision.SmallestVisibleChange(12).ShouldBeNull();
    }

    [Fact]
    public void Sessions_that_are_known_to_differ_are_harder_to_confirm()
    {
        var record = (SampleSession.Slower(0.04) with { RoundNoise = 0.005, HasSecond = true }).Record();
        var known = new PairedNoiseTable(record.Decide().Comparisons.Where(c => c.Metric != Metrics.ErrorRate)
            .ToDictionary(c => new PairedMetric(c.Endpoint, c.Method, c.Metric).Name, _ => 0.05));
        record.Decide().Verdict.ShouldBe(Verdict.Regressed);
        PairedDecision.Of(record, PairedRule.Usual, known).Verdict.ShouldBe(Verdict.Inconclusive);
    }
}
