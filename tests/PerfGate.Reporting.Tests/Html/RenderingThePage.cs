using System.Net;
using System.Text.RegularExpressions;
using PerfGate.Gate.Results;
using PerfGate.Reporting.Html;
using PerfGate.Reporting.Tests.Samples;

namespace PerfGate.Reporting.Tests.Html;

public sealed partial class RenderingThePage
{
    [Fact]
    public async Task It_is_one_file_that_loads_nothing_and_runs_nothing()
    {
        var html = await HtmlReport.RenderAsync(SampleReport.Passed());
        html.ShouldStartWith("<!DOCTYPE html>");
        html.ShouldContain("Content-Security-Policy");
        html.ShouldNotContain("<script");
        html.ShouldNotContain("http://");
        html.ShouldNotContain("https://");
        html.ShouldNotContain("@import");
        html.ShouldNotContain("url(");
        Regex.Matches(html, @"\b(?:src|href)=""([^""]*)""").Select(m => m.Groups[1].Value).ShouldAllBe(a => a.StartsWith("data:"));
    }

    [Fact]
    public async Task It_is_made_for_dark_and_light_paper_and_phones()
    {
        var html = await HtmlReport.RenderAsync(SampleReport.Passed());
        html.ShouldContain("prefers-color-scheme: dark");
        html.ShouldContain("@media print");
        html.ShouldContain("""<meta name="viewport" content="width=device-width, initial-scale=1" """.Trim());
    }

    [Theory]
    [InlineData("passed", "good", "Passed")]
    [InlineData("regressed", "bad", "Regressed")]
    [InlineData("critical", "bad", "Critical target missed")]
    [InlineData("inconclusive", "warn", "Inconclusive")]
    [InlineData("no baseline", "calm", "No baseline")]
    [InlineData("invalid", "warn", "Invalid run")]
    public async Task The_verdict_stands_on_top_in_words_and_with_an_icon(string state, string tone, string title)
    {
        var html = await HtmlReport.RenderAsync(state switch
        {
            "passed" => SampleReport.Passed(),
            "regressed" => SampleReport.Regressed(),
            "critical" => SampleReport.CriticalTargetMissed(),
            "inconclusive" => SampleReport.Inconclusive(),
            "no baseline" => SampleReport.NoBaseline(),
            _ => SampleReport.Invalid(),
        });
        html.ShouldMatch($@"<section class=""verdict {tone}"">\s*<svg class=""icon""[\s\S]*?<h1>{title}</h1>");
    }

    [Fact]
    public async Task Every_endpoint_stands_in_the_table_and_has_a_section_with_the_baseline_laid_over()
    {
        var report = SampleReport.Passed();
        var html = await HtmlReport.RenderAsync(report);
        var sections = Regex.Matches(html, @"<details class=""fold endpoint-fold""[\s\S]*?</details>").Select(m => Text(m.Value)).ToList();
        sections.Count.ShouldBe(report.Run.Endpoints.Count + 1);
        var text = Text(html);
        foreach (var endpoint in report.Run.Endpoints)
        {
            Regex.Count(text, Regex.Escape($"{endpoint.Method} {endpoint.Name}")).ShouldBeGreaterThanOrEqualTo(2, endpoint.Name);
            sections.ShouldContain(s => s.Contains($"{endpoint.Method} {endpoint.Name}"));
        }

        Regex.Count(html, @"<g class=""series before"">").ShouldBe(report.Run.Endpoints.Count + 2);
    }

    [Fact]
    public async Task Without_a_baseline_nothing_pretends_to_be_compared()
    {
        var html = await HtmlReport.RenderAsync(SampleReport.NoBaseline());
        html.ShouldNotContain("series before");
        html.ShouldNotContain("class=\"whisker");
        Text(html).ShouldContain("Compared with nothing: only the targets and success criteria were judged.");
    }

    [Fact]
    public async Task An_endpoint_that_only_the_baseline_knows_is_shown_as_missing()
    {
        var report = SampleReport.Passed();
        var fewer = report with { Run = report.Run with { Endpoints = [.. report.Run.Endpoints.Where(e => e.Name != "/metrics")] } };
        Text(await HtmlReport.RenderAsync(fewer)).ShouldContain("GET /metrics no requests in the measured part of this run");
    }

    [Fact]
    public async Task A_silent_time_is_a_gap_in_the_lines()
    {
        var run = new SampleRun { Silent = [20, 21, 22] }.Build();
        var html = await HtmlReport.RenderAsync(SampleReport.Of(run, null, Verdict.NoBaseline, 0, "No baseline."));
        var median = Regex.Match(html, @"<g class=""series p50"">\s*<path class=""line"" d=""([^""]*)""").Groups[1].Value;
        median.Count(c => c == 'M').ShouldBe(2);
        var readout = Regex.Match(Text(html, keepTags: true), @"0:21 \([^)]*\)  p99 –, p95 –, p50 –");
        readout.Success.ShouldBeTrue("a second without requests has no percentiles");
    }

    [Fact]
    public async Task A_run_that_measured_nothing_is_still_a_page_and_says_so()
    {
        var text = Text(await HtmlReport.RenderAsync(SampleReport.Invalid()));
        text.ShouldContain("no requests in the measured part of this run");
        text.ShouldContain("Nothing was measured.");
        text.ShouldContain("No requests, so no failures.");
        text.ShouldNotContain("NaN");
        text.ShouldNotMatch(@"(?<![\d.,])0 [µm]?s\b");
    }

    [Fact]
    public async Task No_name_becomes_markup()
    {
        var known = Tags(await HtmlReport.RenderAsync(SampleReport.Hostile("harmless")));
        foreach (var name in Hostility.Names(25).Concat(["\"><svg onload=alert(1)>", "' onmouseover='x", "{{x}}@Model", "<style>*{}</style>"]))
        {
            var html = await HtmlReport.RenderAsync(SampleReport.Hostile(name));
            var body = html[html.IndexOf("<body>", StringComparison.Ordinal)..];
            Tags(html).Except(known).ShouldBeEmpty(name);
            Tag().Matches(body).Select(m => Quoted().Replace(m.Value, "")).Where(t => HandlerOrLink().IsMatch(t)).ShouldBeEmpty(name);
            html.Count(c => char.IsControl(c) && c is not '\n').ShouldBe(0, name);
        }
    }

    [Fact]
    public async Task Two_minutes_of_fifteen_endpoints_stay_below_a_megabyte()
    {
        var endpoints = Enumerable.Range(0, 15).Select(i => new SampleEndpoint("GET", $"/api/v1/thing-{i}", 1, 900 + 300 * i, 0.4)).ToList();
        var run = new SampleRun { Seconds = 120, Endpoints = endpoints }.Build();
        (await HtmlReport.RenderAsync(SampleReport.Of(run, run, Verdict.Passed, 0, "Passed."))).Length.ShouldBeLessThan(1_000_000);
    }

    [Fact]
    public async Task A_long_run_with_many_endpoints_stays_readable()
    {
        var endpoints = Enumerable.Range(0, 60).Select(i => new SampleEndpoint("GET", $"/api/v1/thing-{i}", 1, 900, 0.4)).ToList();
        var run = new SampleRun { Seconds = 900, Users = 20, Endpoints = endpoints }.Build();
        var html = await HtmlReport.RenderAsync(SampleReport.Of(run, null, Verdict.NoBaseline, 0, "No baseline."));
        html.Length.ShouldBeLessThan(4_000_000);
        Text(html).ShouldContain("10 endpoints with fewer requests are not drawn");
    }

    static HashSet<string> Tags(string html) => [.. Tag().Matches(html).Select(m => m.Groups["name"].Value)];

    static string Text(string html, bool keepTags = false)
    {
        var text = keepTags ? html : Tag().Replace(Regex.Replace(html, "<wbr ?/?>", ""), " ");
        return Regex.Replace(WebUtility.HtmlDecode(text), keepTags ? "\n" : @"\s+", " ");
    }

    [GeneratedRegex(@"</?(?<name>[a-zA-Z][a-zA-Z0-9-]*)\b[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\s(?:on\w+|href|src|style)\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex HandlerOrLink();
}
