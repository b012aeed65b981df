using PerfGate.Gate.Baselines;
using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Gate.Runs;
using PerfGate.Gate.SignOffs;
using PerfGate.Gate.Tests.Paired;

namespace PerfGate.Gate.Tests.SignOffs;

public sealed class SigningOff
{
    const string Question = "as fast as main, shown for every metric with requests enough";
    static readonly TargetRecord Met = new(null, Metrics.P95, 200, 500, 1_000);
    static readonly TargetRecord Missed = new(null, Metrics.P95, 0.1, 0.2, 0.3);
    static readonly TargetRecord Unasked = new("/gone", Metrics.P95, 200, 500, 1_000);
    static readonly CriterionResult NoLeak = new(CriterionKinds.NoMemoryLeak, "No memory leak: less than 20 % growth in 30 minutes", Outcome.Passed, "api grew by 1 %.");

    [Fact]
    public void A_release_that_is_shown_to_be_as_fast_is_approved()
    {
        var record = Decide(Compared(SampleSession.Same), Profile("peak", Met), Soak(NoLeak));
        record.Decision.ShouldBe(SignOffDecision.Approved);
        record.Headline.ShouldBe("Approved: fedcba9 is as fast as main, and 5 questions have good answers.");
        record.Checks.Select(c => c.Question).ShouldBe(
        [
            "quick: no critical target is missed", "peak: no critical target is missed", "soak: no critical target is missed",
            "soak: no memory leak: less than 20 % growth in 30 minutes", Question,
        ]);
        record.Checks.ShouldAllBe(c => c.Outcome == Outcome.Passed);
        (record.Suite, record.At, record.Command, record.Candidate.Commit[..7], record.Baseline.Reference).ShouldBe(("Shop", Samples.Start, "again", "fedcba9", "main"));
    }

    [Fact]
    public void One_that_is_slower_is_refused()
    {
        var record = Decide(Compared(SampleSession.Slower(0.1) with { HasSecond = true }), Soak(NoLeak));
        record.Decision.ShouldBe(SignOffDecision.Refused);
        record.Headline.ShouldStartWith("Refused: Regressed: ");
        record.Headline.ShouldEndWith($" (Asked: {Question}.)");
    }

    [Fact]
    public void One_that_is_faster_is_approved() =>
        Decide(Compared(SampleSession.Slower(-0.1) with { HasSecond = true }), Soak(NoLeak)).Decision.ShouldBe(SignOffDecision.Approved);

    [Fact]
    public void Not_shown_to_be_slower_is_not_shown_to_be_as_fast()
    {
        var record = Decide(Compared(SampleSession.Same with { RoundNoise = 0.07 }), Soak(NoLeak));
        record.Decision.ShouldBe(SignOffDecision.Undecided);
        record.Checks[^1].Evidence.ShouldContain(" Not shown to be as fast: ");
    }

    [Fact]
    public void What_stands_out_is_no_good_answer_even_where_equality_is_not_demanded()
    {
        var tail = Decide(Compared(SampleSession.Same with { Change = (_, metric) => metric == Metrics.P99 ? 0.08 : 0 }), Soak(NoLeak));
        (tail.Decision, tail.Checks[^1].Outcome).ShouldBe((SignOffDecision.Undecided, Outcome.Undecided));
        var rare = Decide(Compared(SampleSession.Same with { Change = (endpoint, _) => endpoint == "/buy" ? 0.2 : 0 }), Soak(NoLeak));
        (rare.Decision, rare.Checks[^1].Outcome).ShouldBe((SignOffDecision.Undecided, Outcome.Undecided));
        rare.Checks[^1].Evidence.ShouldContain("p50 of POST /buy");
    }

    [Fact]
    public void An_invalid_session_leaves_it_undecided()
    {
        var record = Decide(Compared(SampleSession.Same.Record() with { Broken = "The candidate died: 'api' exited with code 139." }), Soak(NoLeak));
        record.Decision.ShouldBe(SignOffDecision.Undecided);
        record.Headline.ShouldBe($"Undecided: Invalid run: the candidate died: 'api' exited with code 139. (Asked: {Question}.)");
    }

    [Fact]
    public void So_does_a_release_that_could_not_be_brought_up() =>
        Decide(Compared(SampleSession.Same.Record() with { Screen = [], Broken = "It could not be built.", BaselineUnavailable = true }), Soak(NoLeak))
            .Checks[^1].Outcome.ShouldBe(Outcome.Undecided);

    [Fact]
    public void A_missed_critical_target_under_any_load_refuses_it()
    {
        var record = Decide(Compared(SampleSession.Same), Profile("peak", Met, Missed), Soak(NoLeak));
        record.Decision.ShouldBe(SignOffDecision.Refused);
        record.Headline.ShouldMatch(@"^Refused: P95 of all requests is .+ ms, beyond its critical limit of 0\.3 ms\. \(Asked: peak: no critical target is missed\.\)$");
    }

    [Fact]
    public void Refused_outranks_undecided() =>
        Decide(Compared(SampleSession.Same with { RoundNoise = 0.07 }), Profile("peak", Missed)).Decision.ShouldBe(SignOffDecision.Refused);

    [Fact]
    public void Targets_of_which_none_could_be_judged_are_not_met()
    {
        var check = Decide(Compared(SampleSession.Same), Profile("peak", Unasked), Soak(NoLeak)).Checks.Single(c => c.Question.StartsWith("peak", StringComparison.Ordinal));
        (check.Outcome, check.Evidence).ShouldBe((Outcome.Undecided, "No target could be judged: there was nothing to measure them from."));
        Decide(Compared(SampleSession.Same), Profile("peak", Met, Unasked), Soak(NoLeak)).Checks.Single(c => c.Question.StartsWith("peak", StringComparison.Ordinal))
            .Evidence.ShouldBe("1 of 2 targets judged, none beyond its critical limit; the others could not be judged.");
    }

    [Fact]
    public void A_worthless_run_answers_one_question_and_not_well()
    {
        var run = Samples.Typical().With(Missed) with { Profile = "peak" };
        var busy = run with { Generator = run.Generator with { CpuShare = 0.99 } };
        var record = Decide(Compared(SampleSession.Same), new JudgedRun(busy, Samples.Judged(busy), null), Soak(NoLeak));
        record.Decision.ShouldBe(SignOffDecision.Undecided);
        var check = record.Checks.Single(c => c.Question.StartsWith("peak", StringComparison.Ordinal));
        (check.Question, check.Outcome).ShouldBe(("peak: the measurement can be trusted", Outcome.Undecided));
    }

    [Fact]
    public void That_holds_for_the_run_beside_a_session_too()
    {
        var paired = SampleSession.Same.Record();
        var run = Samples.Typical().With(Missed);
        var busy = run with { Generator = run.Generator with { CpuShare = 0.99 } };
        var judged = new JudgedRun(busy, Judge.Decide(busy, BaselineSearch.Nothing, new JudgeSettings(), paired), null) { Paired = paired };
        var record = Decide(judged, Soak(NoLeak));
        record.Decision.ShouldBe(SignOffDecision.Undecided);
        record.Checks[0].Question.ShouldBe("quick: the measurement can be trusted");
    }

    [Fact]
    public void A_soak_that_is_too_short_to_tell_of_a_leak_leaves_it_undecided()
    {
        var record = Decide(Compared(SampleSession.Same), Soak(NoLeak with { Outcome = Outcome.Undecided, Evidence = "60 s of even load were measured; at least 180 s are needed." }));
        record.Decision.ShouldBe(SignOffDecision.Undecided);
        record.Headline.ShouldBe("Undecided: 60 s of even load were measured; at least 180 s are needed. (Asked: soak: no memory leak: less than 20 % growth in 30 minutes.)");
    }

    [Fact]
    public void So_does_one_that_was_never_asked_about_leaks() =>
        Decide(Compared(SampleSession.Same), Soak()).Checks.Single(c => c.Question == "soak: no memory leak").Outcome.ShouldBe(Outcome.Undecided);

    [Fact]
    public void Other_loads_need_not_tell_of_leaks_but_one_that_they_show_refuses()
    {
        var unsure = Profile("peak", Met) is var peak ? peak with { Result = peak.Result with { Criteria = [NoLeak with { Outcome = Outcome.Undecided }] } } : peak;
        Decide(Compared(SampleSession.Same), unsure, Soak(NoLeak)).Decision.ShouldBe(SignOffDecision.Approved);
        var leaking = unsure with { Result = unsure.Result with { Criteria = [NoLeak with { Outcome = Outcome.Failed, Evidence = "api grew by 60 %." }] } };
        var record = Decide(Compared(SampleSession.Same), leaking, Soak(NoLeak));
        (record.Decision, record.Headline).ShouldBe((SignOffDecision.Refused, "Refused: api grew by 60 %. (Asked: peak: no memory leak: less than 20 % growth in 30 minutes.)"));
    }

    [Fact]
    public void Without_a_comparison_there_is_nothing_to_sign() =>
        Should.Throw<ArgumentException>(() => Decide(Profile("peak", Met))).Message.ShouldStartWith("No run was compared with a release.");

    [Fact]
    public void A_sign_off_survives_the_file()
    {
        using var folder = new TempFolder();
        var record = Decide(Compared(SampleSession.Same), Soak(NoLeak));
        SignOffFile.Write(record, folder.File("signoff.json"));
        var read = SignOffFile.Read(folder.File("signoff.json"));
        read.Checks.ShouldBe(record.Checks);
        (read.Decision, read.Headline, read.Candidate, read.Baseline, read.At).ShouldBe((record.Decision, record.Headline, record.Candidate, record.Baseline, record.At));
        File.ReadAllText(folder.File("signoff.json")).ShouldContain("\"decision\": \"approved\"");
        File.WriteAllText(folder.File("signoff.json"), "{\"schema\": 9}");
        Should.Throw<GateException>(() => SignOffFile.Read(folder.File("signoff.json"))).Message.ShouldContain("a newer one wrote it");
    }

    static SignOffRecord Decide(params JudgedRun[] runs) => SignOffJudge.Decide(runs, Samples.Start, "again");

    static JudgedRun Compared(SampleSession session) => Compared(session.Record());

    static JudgedRun Compared(PairedRecord paired) => new(Samples.Typical().With(Met), paired.Judged(strict: false, Met), null) { Paired = paired };

    static JudgedRun Profile(string name, params TargetRecord[] targets)
    {
        var run = Samples.Typical().With(targets) with { Profile = name };
        return new JudgedRun(run, Samples.Judged(run), null);
    }

    static JudgedRun Soak(params CriterionResult[] criteria) => Profile("soak", Met) is var soak ? soak with { Result = soak.Result with { Criteria = criteria } } : soak;
}
