using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Gate.SignOffs;
using PerfGate.Reporting.Tests.Samples;
using PerfGate.Reporting.Text;

namespace PerfGate.Reporting.Tests.Summary;

public sealed class SigningOff
{
    static readonly SignOffRecord Approved = new()
    {
        Suite = "zenzefi",
        At = new DateTimeOffset(2026, 11, 21, 22, 15, 1, TimeSpan.FromHours(2)),
        Candidate = new SideRecord("this checkout", "19d3c1f0a7b24e6d8c5f1e2a3b4c5d6e7f8091a2", Dirty: false),
        Baseline = new SideRecord("v1.2.0", "29d3c1f0a7b24e6d8c5f1e2a3b4c5d6e7f8091a2", Dirty: false),
        Decision = SignOffDecision.Approved,
        Headline = "Approved: 19d3c1f is as fast as v1.2.0, and 2 questions have good answers.",
        Checks =
        [
            new SignOffCheck("peak: no critical target is missed", Outcome.Passed, "6 targets judged, none beyond its critical limit.", "20261121-201501-4f2a"),
            new SignOffCheck("as fast as v1.2.0, shown for every metric with requests enough", Outcome.Passed, "Passed: no change.", "20261121-200001-11aa"),
        ],
        Command = "./build.sh --target=PerfSignOff --against=v1.2.0",
    };

    [Theory]
    [InlineData(SignOffDecision.Approved, "✅")]
    [InlineData(SignOffDecision.Refused, "❌")]
    [InlineData(SignOffDecision.Undecided, "❔")]
    public void The_decision_stands_on_top_with_a_mark_of_its_own(SignOffDecision decision, string mark)
    {
        var page = Page(Approved with { Decision = decision, Headline = "So it is." });
        page.Heading.ShouldBe("Performance sign-off: zenzefi");
        page.Seen.Split('\n')[1].ShouldBe($"{mark} So it is.");
    }

    [Fact]
    public void It_names_both_commits_and_when_it_was_decided_in_UTC()
    {
        var facts = Page(Approved).Tables[0].Skip(1).Select(r => string.Join(": ", r));
        facts.ShouldBe(
            [
                "Candidate: 19d3c1f0a7b24e6d8c5f1e2a3b4c5d6e7f8091a2",
                "Compared with: v1.2.0, 29d3c1f0a7b24e6d8c5f1e2a3b4c5d6e7f8091a2",
                "Decided: 2026-11-21 20:15:01Z",
            ]);
    }

    [Fact]
    public void What_is_in_no_commit_or_was_made_worse_on_purpose_is_never_left_unsaid()
    {
        var page = Page(Approved with { Candidate = Approved.Candidate with { Dirty = true, Injected = "cpu:10" } });
        page.Tables[0][1][1].ShouldEndWith(" with changes that are in no commit, made worse on purpose (cpu:10)");
    }

    [Fact]
    public void Every_question_is_a_row_with_its_answer_and_its_run()
    {
        var record = Approved with
        {
            Checks =
            [
                .. Approved.Checks,
                new SignOffCheck("soak: no memory leak", Outcome.Undecided, "Too short.", "20261121-210001-22bb"),
                new SignOffCheck("spike: no critical target is missed", Outcome.Failed, "p95 of GET /a is 2 s.", "20261121-220001-33cc"),
            ],
        };
        var rows = Page(record).Rows("", "Question", "Answer", "Run");
        rows.Select(r => r[0]).ShouldBe(["✅", "✅", "❔", "❌"]);
        rows[3].ShouldBe(["❌", "spike: no critical target is missed", "p95 of GET /a is 2 s.", "20261121-220001-33cc"]);
    }

    [Fact]
    public void The_command_that_repeats_it_is_code_and_is_left_out_when_nobody_knows_it()
    {
        Page(Approved).CodeBlocks.ShouldBe(["./build.sh --target=PerfSignOff --against=v1.2.0"]);
        Page(Approved with { Command = null }).CodeBlocks.ShouldBeEmpty();
    }

    [Fact]
    public void No_text_becomes_markup()
    {
        foreach (var text in Hostility.Names(60))
        {
            var page = Page(Approved with
            {
                Suite = text,
                Headline = text,
                Candidate = new SideRecord(text, text, Dirty: true, text),
                Baseline = new SideRecord(text, text, Dirty: false),
                Checks = [new SignOffCheck(text, Outcome.Failed, text, text)],
                Command = text,
            });
            page.Links.ShouldBe(0, text);
            page.InlineHtml.ShouldBe(0, text);
            page.HtmlBlocks.ShouldBeEmpty(text);
            page.Seen.ShouldNotContain("@everyone", Case.Insensitive, text);
            page.Tables.Count.ShouldBe(2, text);
            page.Tables[0].Count.ShouldBe(4, text);
            page.Rows("", "Question", "Answer", "Run").ShouldHaveSingleItem(text).Select(c => c.Trim()).ShouldBe(
                ["❌", PlainText.Line(text, 200).Trim(), PlainText.Line(text, 1000).Trim(), PlainText.Line(text, 200).Trim()], text);
        }
    }

    [Fact]
    public void A_bar_in_code_does_not_end_a_cell() =>
        Page(Approved with { Checks = [Approved.Checks[0] with { Evidence = "`a | b` leaks" }] }).Rows("", "Question", "Answer", "Run")
            .ShouldHaveSingleItem()[2].ShouldBe("`a | b` leaks");

    static MarkdownPage Page(SignOffRecord record) => new(SignOffMarkdown.Render(record));
}
