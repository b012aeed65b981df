using PerfGate.Frosting.Hosting;
using PerfGate.Frosting.Publishing;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Gate.Runs;
using PerfGate.GitHub;

namespace PerfGate.Frosting.Tests.Publishing;

public sealed class SayingItToGitHub
{
    [Theory]
    [InlineData(Verdict.Passed, 0, Conclusion.Success)]
    [InlineData(Verdict.Improved, 0, Conclusion.Success)]
    [InlineData(Verdict.Inconclusive, 0, Conclusion.Neutral)]
    [InlineData(Verdict.NoBaseline, 0, Conclusion.Neutral)]
    [InlineData(Verdict.NoBaseline, 2, Conclusion.Failure)]
    [InlineData(Verdict.Inconclusive, 3, Conclusion.Failure)]
    [InlineData(Verdict.Invalid, 4, Conclusion.Failure)]
    public void The_exit_code_decides_before_the_verdict(Verdict verdict, int exitCode, Conclusion conclusion) =>
        Of(Judged(verdict, exitCode)).Conclusion.ShouldBe(conclusion);

    [Fact]
    public void A_long_headline_is_cut_for_a_status()
    {
        var publication = Of(Judged(Verdict.Invalid, 4, new string('x', 500)));
        publication.Description.Length.ShouldBe(140);
        publication.Title.Length.ShouldBe(500);
    }

    [Fact]
    public void What_missed_its_limit_and_what_moved_stand_beside_the_suite()
    {
        var judged = Judged(Verdict.Inconclusive, 2);
        judged = judged with
        {
            Result = judged.Result with
            {
                Targets = [new TargetResult { Endpoint = "/a", Method = "POST", Metric = "p95", Value = 1200, Tier = Tier.Critical, Target = 200, Acceptable = 500, Critical = 1000 }],
                Comparisons = [new Comparison { Endpoint = "/a", Method = "GET", Metric = "p50", Change = 0.5, Verdict = Verdict.Inconclusive, Flagged = true }],
            },
        };
        var annotations = Of(judged, "perf/Shop/ShopSuite.cs").Annotations;
        annotations.Select(a => a.Level).ShouldBe([AnnotationLevel.Failure, AnnotationLevel.Warning]);
        annotations[0].Message.ShouldBe("p95 of POST /a is 1200, beyond its critical limit of 1000.");
        annotations[1].Message.ShouldBe("p50 of GET /a changed by +50 % against the baseline.");
        Of(judged).Annotations.ShouldBeEmpty("without a file there is nothing to stand beside");
    }

    [Fact]
    public void Several_suites_are_one_publication_with_the_gravest_end()
    {
        var publication = PublicationBuilder.Of(
            [Outcome(Judged(Verdict.Passed, 0, "All is well."), null), Outcome(Judged(Verdict.NoBaseline, 2, "p95 is too high."), null), new SuiteOutcome("third", 1, null, "No port was free.\n  Look at this.")],
            CommentMode.Always);
        publication.Suite.ShouldBe("shop+shop+third");
        publication.Title.ShouldBe("shop: All is well. · shop: p95 is too high. · third: No port was free.");
        publication.Conclusion.ShouldBe(Conclusion.Failure);
        publication.Summary.ShouldContain("No port was free.");
    }

    static Publication Of(JudgedRun judged, string? suiteFile = null) => PublicationBuilder.Of([Outcome(judged, suiteFile)], CommentMode.Always);

    static SuiteOutcome Outcome(JudgedRun judged, string? suiteFile) => new(judged.Run.Suite, judged.Result.ExitCode, judged, null) { DefinedIn = suiteFile };

    static JudgedRun Judged(Verdict verdict, int exitCode, string headline = "So it is.") => new(
        new RunRecord
        {
            RunId = "20261121-201530-4f2a", Suite = "shop", Profile = "quick", Environment = "embedded", Engine = "perfgate/httpclient", Seed = 1,
            Fingerprint = "0123456789ab", Machine = new Dictionary<string, string>(), StartedAt = DateTimeOffset.UnixEpoch, DurationSeconds = 1, End = RunEnd.Completed,
            Totals = new Totals(0, 0, 1), WarmUp = new Totals(0, 0, 0), Stages = [], Endpoints = [], Series = new SeriesRecord([], [], new([], [], [], [], []), []),
            Users = [], Failures = [], Exceptions = [], Generator = new GeneratorRecord(0.1, null, null, null, 0, 0, 0, null),
        },
        new GateResult
        {
            Suite = "shop", Profile = "quick", RunId = "20261121-201530-4f2a", Verdict = verdict, ExitCode = exitCode, Headline = headline, Mode = "none",
            Comparisons = [], Targets = [], Findings = [], Warnings = [],
        },
        null);
}
