using System.Text.RegularExpressions;
using PerfGate.Gate.Results;
using PerfGate.Reporting.Html;
using PerfGate.Reporting.Tests.Samples;

namespace PerfGate.Reporting.Tests.Html;

public sealed class ShowingFindings
{
    [Fact]
    public async Task Each_is_a_card_whose_parts_can_be_told_apart()
    {
        var section = await PageText.SectionAsync(SampleReport.CriterionNotMet(), "Findings");
        var cards = Regex.Matches(section, @"<article class=""finding"">[\s\S]*?</article>").Select(m => m.Value).ToList();
        cards.Count.ShouldBe(2);
        PageText.Words(cards[0]).Trim().ShouldBe(
            "Failures came in one burst 0:31–0:34 Seen 16 of 16 failures fell between second 31 and 34 of 60. " +
            "Means Something happened at that moment; the system is not failing all along. " +
            "To try Look at the logs of that moment: a restart, a failover, a timeout of a pool, or a limit that was reached.");
        cards[1].ShouldContain("<code>./build.sh --target=Perf --profile=soak</code>");
    }

    [Fact]
    public async Task What_is_not_known_of_one_leaves_no_empty_part()
    {
        var report = SampleReport.Passed();
        var bare = report with { Result = report.Result with { Findings = [new Finding("x", "Something", "It was seen.", "")] } };
        PageText.Words(await PageText.SectionAsync(bare, "Findings")).Trim().ShouldEndWith("why Something Seen It was seen.");
    }

    [Fact]
    public async Task The_time_of_one_is_tinted_in_the_charts_unless_it_is_nearly_the_whole_run()
    {
        var html = await HtmlReport.RenderAsync(SampleReport.CriterionNotMet());
        html.ShouldContain("tinted is the time of a finding");
        var users = Regex.Matches(html, @"<figure class=""chart[\s\S]*?</figure>").Select(m => m.Value).First(f => f.Contains(">Users<", StringComparison.Ordinal));
        var tints = Regex.Matches(users, @"<rect class=""found"" x=""([\d.]+)"" y=""20"" width=""([\d.]+)""");
        tints.Count.ShouldBe(1, "the memory climbs all along");
        // The axis has 486 units for 60 seconds, from 58 on.
        double.Parse(tints[0].Groups[1].Value).ShouldBe(58 + 486 * 31 / 60.0, 0.1);
        double.Parse(tints[0].Groups[2].Value).ShouldBe(486 * 3 / 60.0, 0.1);
        (await HtmlReport.RenderAsync(SampleReport.NoBaseline())).ShouldNotContain("tinted is");
    }
}
