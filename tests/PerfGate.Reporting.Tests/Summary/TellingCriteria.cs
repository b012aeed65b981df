using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Reporting.Tests.Samples;

namespace PerfGate.Reporting.Tests.Summary;

public sealed class TellingCriteria
{
    static readonly string[] Columns = ["Criterion", "Outcome", "Evidence"];

    [Fact]
    public void How_many_are_met_stands_beside_the_other_counts() =>
        SummaryMarkdown.Render(SampleReport.Passed()).ShouldContain(" · 4 of 6 criteria met, 2 undecided");

    [Fact]
    public void One_that_is_not_met_stands_unfolded_with_its_evidence()
    {
        var text = SummaryMarkdown.Render(SampleReport.CriterionNotMet());
        var folded = text.IndexOf("<details>", StringComparison.Ordinal);
        text[..folded].ShouldContain("- ❌ **Error rate below 0.5 %**: 0.57 % of 2,788 requests failed.\n");
        SummaryMarkdown.Render(SampleReport.Passed()).ShouldNotContain("- ❌");
    }

    [Fact]
    public void All_of_them_are_folded_and_an_undecided_one_looks_neither_good_nor_bad()
    {
        var rows = new MarkdownPage(SummaryMarkdown.Render(SampleReport.CriterionNotMet())).Rows(Columns);
        rows.Count.ShouldBe(6);
        rows[0][1].ShouldBe("❌ not met");
        rows[1][1].ShouldBe("✅ met");
        rows[3].ShouldBe(["No memory leak: less than 20 % growth in 30 minutes", "○ undecided", "55 s were measured; at least 180 s are needed."]);
    }

    [Fact]
    public void A_failed_one_leads_the_heading_and_names_the_state()
    {
        var report = SampleReport.CriterionNotMet();
        new MarkdownPage(SummaryMarkdown.Render(report)).Heading.ShouldStartWith("❌ Failed: the error rate is 0.57 %");
        var passed = SampleReport.Passed();
        var failed = passed.Result with { Criteria = [new CriterionResult(CriterionKinds.NoCrashes, "No crash, restart, OOM kill or panic", Outcome.Failed, "'api' ended.")], Headline = "" };
        new MarkdownPage(SummaryMarkdown.Render(passed with { Result = failed })).Heading.ShouldBe("❌ Success criterion not met");
    }

    [Fact]
    public void A_record_without_any_says_nothing_of_them()
    {
        var text = SummaryMarkdown.Render(SampleReport.Old());
        text.ShouldNotContain("criteria", Case.Insensitive);
        text.ShouldNotContain("Statuses");
        text.ShouldNotContain("Slowest requests");
        text.ShouldContain("- **The memory of 'api' climbs**: It grew from 120 MiB to 214 MiB. Run `");
    }
}
