using System.Text.RegularExpressions;
using PerfGate.Gate.Results;
using PerfGate.Reporting.Html;
using PerfGate.Reporting.Tests.Samples;

namespace PerfGate.Reporting.Tests.Html;

public sealed class ShowingHistory
{
    [Fact]
    public async Task Lines_with_a_change_of_level_come_first_and_unfolded()
    {
        var section = await Section(SamplePaired.WithHistory());
        var open = section[..section.IndexOf("<details", StringComparison.Ordinal)];
        Titles(open).ShouldBe(["p50 of GET /api/v1/tokens/my-tokens", "p95 of GET /api/v1/tokens/my-tokens"]);
        Titles(section).Count.ShouldBe(12);
        PageText.Words(section).ShouldContain("Without a change of level 10 metrics");
        PageText.Words(section).ShouldContain("Not drawn 4 metrics");
    }

    [Fact]
    public async Task A_change_is_a_line_with_its_size_and_its_chance_and_a_sentence_with_its_commit()
    {
        var chart = Charts(await Section(SamplePaired.WithHistory()))[1];
        Regex.Count(chart, "<g class=\"turn bad\">").ShouldBe(1);
        PageText.Words(Regex.Match(chart, @"<g class=""turn bad"">[\s\S]*?</g>").Value).Trim().ShouldStartWith("+12 %, p 0.001");
        PageText.Words(chart).ShouldContain("+12 % since 13c0ffe of 2026-11-02 (6.4 ms before, 7.17 ms since, p 0.001)");
    }

    [Fact]
    public async Task Each_point_says_which_run_it_was_and_the_newest_is_this_one()
    {
        var chart = Charts(await Section(SamplePaired.WithHistory()))[0];
        Regex.Count(chart, "class=\"hit\"").ShouldBe(26);
        PageText.Words(chart).ShouldMatch(@"2026-10-20 08:00 UTC, run 20261101-080000-0000, commit 00c0ffe: 3\.\d+ ms");
        chart.ShouldContain("class=\"newest\"");
        PageText.Words(chart).ShouldContain("A further run of the same build would lie between 2.88 ms and 3.09 ms");
    }

    [Fact]
    public async Task Too_short_a_history_has_no_band()
    {
        var report = SamplePaired.WithHistory();
        var young = report with { Result = report.Result with { History = [.. report.Result.History.Select(l => l with { Lower = null, Upper = null, Points = [.. l.Points.TakeLast(2)], Changes = [] })] } };
        var section = await Section(young);
        section.ShouldNotContain("class=\"tolerance\"");
        PageText.Words(section).ShouldContain("2 stored runs of this machine and workload, this one included; no change of level");
        section.ShouldNotContain("NaN");
    }

    [Fact]
    public async Task A_change_at_a_point_that_is_not_there_is_left_out()
    {
        var report = SamplePaired.WithHistory();
        var odd = report with { Result = report.Result with { History = [.. report.Result.History.Select(l => l with { Changes = [new HistoryChange(99, 1, 2, 0.001), new HistoryChange(0, 1, 2, 0.001)] }), report.Result.History[0] with { Points = [] }] } };
        var section = await Section(odd);
        section.ShouldNotContain("class=\"turn");
        PageText.Words(section).ShouldContain("26 stored runs of this machine and workload, this one included; no change of level");
        SummaryMarkdown.Render(odd).ShouldNotContain("Changes of level");
    }

    [Fact]
    public async Task Without_a_history_there_is_no_section() =>
        (await HtmlReport.RenderAsync(SampleReport.Passed())).ShouldNotContain("<h2>History");

    [Fact]
    public async Task A_year_of_runs_stays_small()
    {
        var report = SamplePaired.WithHistory();
        HistoryPoint[] points = [.. Enumerable.Range(0, 5_000).Select(i => report.Result.History[0].Points[0] with { Value = 2_000 + i % 50 })];
        var old = report with { Result = report.Result with { History = [.. report.Result.History.Select(l => l with { Points = points, Changes = [] })] } };
        (await Section(old)).Length.ShouldBeLessThan(500_000);
    }

    static Task<string> Section(Report report) => PageText.SectionAsync(report, "History");

    static List<string> Charts(string section) => [.. Regex.Matches(section, @"<figure class=""chart history"">[\s\S]*?</figure>").Select(m => m.Value)];

    static List<string> Titles(string section) => [.. Charts(section).Select(c => PageText.Words(Regex.Match(c, @"chart-title"">([\s\S]*?)</span>").Groups[1].Value))];
}
