using System.Text;
using System.Text.RegularExpressions;
using PerfGate.Gate.Results;
using PerfGate.Reporting.Tests.Samples;

namespace PerfGate.Reporting.Tests.Summary;

public sealed class SummarisingSuites
{
    [Fact]
    public void One_report_reads_as_it_does_alone() =>
        SummaryMarkdown.Render([new SuiteReport("zenzefi", SampleReport.Regressed())]).ShouldBe(SummaryMarkdown.Render(SampleReport.Regressed()));

    [Fact]
    public void There_is_one_marker_that_names_them_all()
    {
        var text = SummaryMarkdown.Render(SampleReport.ThreeSuites());
        text.ShouldStartWith("<!-- perfgate schema=1 suite=corevia+accounts+zenzefi profile=quick commit=19d3c1f0a7b24e6d8c5f1e2a3b4c5d6e7f8091a2 run=20261121-201501-4f2a -->\n### ");
        Regex.Count(text, "<!--").ShouldBe(1);
    }

    [Fact]
    public void The_gravest_comes_first_in_the_line_that_sums_up_and_below()
    {
        var text = SummaryMarkdown.Render(SampleReport.ThreeSuites());
        text.Split('\n')[1].ShouldBe("### ❌ corevia: success criterion not met · 🚫 accounts: could not be measured · ✅ zenzefi: passed");
        Headings(text).ShouldBe(["❌ corevia", "🚫 accounts: could not be measured", "✅ zenzefi"]);
    }

    [Fact]
    public void A_suite_that_could_not_be_measured_says_why_in_one_harmless_line()
    {
        var text = SummaryMarkdown.Render([new SuiteReport("a<b", null, "'api' was not ready:\n  <img src=x> | @everyone")]);
        text.ShouldBe(
            "<!-- perfgate schema=1 suite=a-b profile=none commit=none run=none -->\n" +
            "### 🚫 a&lt;b: could not be measured\n\n" +
            "#### 🚫 a&lt;b: could not be measured\n\n" +
            "'api' was not ready: &lt;img src=x&gt; \\| @&#8203;everyone\n\n");
    }

    [Fact]
    public void A_suite_without_a_reason_says_that_too() =>
        SummaryMarkdown.Render([new SuiteReport("a", null)]).ShouldContain("Why is not known.");

    [Fact]
    public void A_small_suite_stays_whole_and_leaves_its_room_to_a_large_one()
    {
        var small = SampleReport.Passed();
        var text = SummaryMarkdown.Render([new SuiteReport("large", Large("large")), new SuiteReport("zenzefi", small)]);
        Encoding.UTF8.GetByteCount(text).ShouldBeInRange(55_000, 60_000);
        var alone = SummaryMarkdown.Render(small);
        text.ShouldContain(alone[alone.IndexOf("zenzefi quick · ", StringComparison.Ordinal)..]);
        Regex.Count(text, "more rows did not fit").ShouldBe(1);
    }

    [Fact]
    public void Two_large_suites_get_half_each()
    {
        var text = SummaryMarkdown.Render([new SuiteReport("one", Large("one")), new SuiteReport("two", Large("two"))]);
        Encoding.UTF8.GetByteCount(text).ShouldBeInRange(50_000, 60_000);
        var second = Encoding.UTF8.GetByteCount(text[text.IndexOf("\n#### ℹ️ two", StringComparison.Ordinal)..]);
        second.ShouldBeInRange(25_000, 30_000);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(1000)]
    public void However_many_there_are_they_fit_and_what_is_left_out_is_counted(int count)
    {
        var small = SampleReport.NoBaseline();
        var suites = Enumerable.Range(0, count).Select(i => new SuiteReport($"suite-{i}", SampleReport.Named(small, $"suite-{i}"))).ToList();
        var text = SummaryMarkdown.Render(suites);
        Encoding.UTF8.GetByteCount(text).ShouldBeLessThanOrEqualTo(60_000);
        text.ShouldContain($"and {count - 12} more");
        var shown = Headings(text).Count;
        if (shown < count) text.ShouldContain($"_{count - shown} more suites did not fit");
        shown.ShouldBeGreaterThanOrEqualTo(30);
    }

    [Fact]
    public void No_name_becomes_markup()
    {
        foreach (var name in Hostility.Names(30))
        {
            var page = new MarkdownPage(SummaryMarkdown.Render([new SuiteReport(name, SampleReport.Hostile(name)), new SuiteReport(name, null, name)]));
            page.Links.ShouldBe(0, name);
            page.InlineHtml.ShouldBe(0, name);
            page.HtmlBlocks.Count(b => b.StartsWith("<!--", StringComparison.Ordinal)).ShouldBe(1, name);
            page.Seen.ShouldNotContain("@everyone", Case.Insensitive, name);
        }
    }

    [Fact]
    public void None_at_all_is_a_mistake_of_the_caller() =>
        Should.Throw<ArgumentException>(() => SummaryMarkdown.Render([])).Message.ShouldContain("none was given");

    static Report Large(string suite)
    {
        var many = Enumerable.Range(0, 600).Select(i => new SampleEndpoint("GET", $"/{new string('é', 100)}/{i}", 1, 900, 0.3)).ToList();
        var run = new SampleRun { Seconds = 20, Users = 1000, Endpoints = many }.Build();
        return SampleReport.Named(SampleReport.Of(run, null, Verdict.NoBaseline, 0, "No baseline."), suite);
    }

    static List<string> Headings(string text) =>
        [.. text.Split('\n').Where(l => l.StartsWith("#### ", StringComparison.Ordinal)).Select(l => l[5..].Split(" · ")[0])];
}
