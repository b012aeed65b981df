using System.Text.RegularExpressions;
using PerfGate.Reporting.Html;
using PerfGate.Reporting.Tests.Samples;

namespace PerfGate.Reporting.Tests.Html;

public sealed class ShowingCriteria
{
    [Fact]
    public async Task They_follow_the_key_figures()
    {
        var html = await HtmlReport.RenderAsync(SampleReport.Passed());
        html.ShouldMatch(@"<dl class=""figures"">[\s\S]*?</dl>\s*<section>\s*<h2>Success criteria ");
    }

    [Fact]
    public async Task Each_says_what_came_of_it_by_sign_and_by_word()
    {
        var section = await PageText.SectionAsync(SampleReport.CriterionNotMet(), "Success criteria");
        var items = Regex.Matches(section, @"<li class=""(\w+)"">[\s\S]*?</li>").Select(m => (Tone: m.Groups[1].Value, Text: PageText.Words(m.Value).Trim())).ToList();
        PageText.Words(section).ShouldContain("3 of 6 criteria met, 2 undecided");
        items.Count.ShouldBe(6);
        items[0].ShouldBe(("bad", "✗ Error rate below 0.5 % 0.57 % of 2,788 requests failed. not met"));
        items[2].ShouldBe(("good", "✓ 100 users at the same time 100 users were held. met"));
        items[3].ShouldBe(("soft", "○ No memory leak: less than 20 % growth in 30 minutes 55 s were measured; at least 180 s are needed. undecided"));
    }

    [Fact]
    public async Task A_failed_one_is_the_verdict_when_nothing_graver_happened() =>
        (await HtmlReport.RenderAsync(SampleReport.CriterionNotMet())).ShouldMatch(@"<section class=""verdict bad"">[\s\S]*?<h1>Success criterion not met</h1>");

    [Fact]
    public async Task A_record_from_before_there_were_any_is_still_a_page()
    {
        var html = await HtmlReport.RenderAsync(SampleReport.Old());
        foreach (var heading in new[] { "Success criteria", "Slow requests", "Logs" }) html.ShouldNotContain($">{heading} <");
        html.ShouldNotContain("Tables read from end to end");
        html.ShouldNotContain("Rows per call");
        html.ShouldNotContain("class=\"found\"");
        html.ShouldNotContain("Answered");
        PageText.Words(html).ShouldContain("Compared with nothing: only the targets were judged.");
    }
}
