using System.Net;
using System.Text.RegularExpressions;
using PerfGate.Reporting.Html;
using PerfGate.Reporting.Tests.Samples;

namespace PerfGate.Reporting.Tests.Html;

public sealed class ShowingResources
{
    [Fact]
    public async Task They_stand_under_the_load_charts_on_the_same_time_axis_with_the_stages_marked()
    {
        var html = await HtmlReport.RenderAsync(SampleReport.Passed());
        html.IndexOf(">Resources <", StringComparison.Ordinal).ShouldBeGreaterThan(html.IndexOf(">Over time <", StringComparison.Ordinal));

        var (load, connections) = (Chart(html, "Users"), Chart(html, "PostgreSQL connections"));
        Marks(connections, "tick x").ShouldBe(Marks(load, "tick x"));
        Marks(connections, "stage").ShouldBe(Marks(load, "stage"));
    }

    [Fact]
    public async Task Every_service_has_a_row_and_charts_with_its_limits()
    {
        var html = await HtmlReport.RenderAsync(SampleReport.Passed());
        var text = Text(html);

        text.ShouldContain("api 31.4 s");
        text.ShouldContain("1.5 840 ms 214 MiB 512 MiB 0 0");
        Text(Chart(html, "PostgreSQL connections")).ShouldContain("all active idle idle in transaction waiting for a lock limit 100");
        Chart(html, "PostgreSQL connections").ShouldContain("""<line class="limit" """.Trim());
    }

    [Fact]
    public async Task A_limit_that_is_far_away_is_said_and_does_not_flatten_the_lines()
    {
        var clients = Chart(await HtmlReport.RenderAsync(SampleReport.Passed()), "Redis clients");

        Text(clients).ShouldContain("limit 10,000");
        clients.ShouldNotContain("<line class=\"limit\"");
    }

    [Fact]
    public async Task Seconds_that_were_not_read_are_gaps()
    {
        var connections = Chart(await HtmlReport.RenderAsync(SampleReport.Passed()), "PostgreSQL connections");

        var all = Regex.Match(connections, @"<g class=""series line1"">\s*<path class=""line"" d=""([^""]*)""").Groups[1].Value;
        all.Count(c => c == 'M').ShouldBe(2);
    }

    [Fact]
    public async Task Statements_are_listed_longest_first_and_notes_are_told()
    {
        var text = Text(await HtmlReport.RenderAsync(SampleReport.Passed()));

        text.ShouldContain("ORDER BY t.created_at DESC LIMIT $2 2.47 s 822 3 ms 10 41.5 UPDATE users SET balance");
        text.ShouldContain("9 of 61 readings of 'redis' came late.");
    }

    [Fact]
    public async Task Without_probes_there_is_no_section()
    {
        var report = SampleReport.Passed();
        var html = await HtmlReport.RenderAsync(report with { Run = report.Run with { Resources = [] } });
        html.ShouldNotContain(">Resources <");
    }

    static string Chart(string html, string title) => Regex.Matches(html, @"<figure class=""chart[\s\S]*?</figure>")
        .Select(m => m.Value).First(f => f.Contains($"<span class=\"chart-title\">{title}<", StringComparison.Ordinal));

    static IReadOnlyList<string> Marks(string chart, string style) =>
        [.. Regex.Matches(chart, $@"<text class=""{style}[^>]*>[^<]*").Select(m => m.Value)];

    static string Text(string html) => Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]*>", " ")), @"\s+", " ");
}
