using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Reporting.JUnit;
using PerfGate.Reporting.Tests.Samples;
using PerfGate.Reporting.Text;

namespace PerfGate.Reporting.Tests.Summary;

public sealed class SummarisingSessions
{
    static readonly string[] Columns = ["Metric", "Baseline", "Candidate", "Change [90 % interval]", "Verdict"];

    [Fact]
    public void The_worst_ten_metrics_are_told_and_the_rest_counted()
    {
        var page = Page(SamplePaired.Regressed());
        var rows = page.Rows(Columns);
        rows.Count.ShouldBe(10);
        rows[0].ShouldBe(["p50 of GET /api/v1/tokens/my-tokens", "3.41 ms", "3.83 ms", "+13 % [+11 %, +13 %]", "■ regressed"]);
        rows[2].ShouldBe(["CPU per request of all requests", "742 µs", "783 µs", "+5.7 % [+4.5 %, +6.4 %]", "■ regressed"]);
        page.Seen.ShouldContain("5 more, all within ±10 %");
    }

    [Fact]
    public void Each_metric_is_told_within_its_own_tolerance()
    {
        var same = Page(SamplePaired.Passed()).Rows(Columns).Where(r => r[4].StartsWith('●')).ToList();
        same.Where(r => !r[0].StartsWith("CPU", StringComparison.Ordinal)).Select(r => r[4]).Distinct().ShouldBe(["● within ±10 %"]);
        same.Where(r => r[0].StartsWith("CPU", StringComparison.Ordinal)).Select(r => r[4]).Distinct().ShouldBe(["● within ±5 %"]);
    }

    [Fact]
    public void Those_left_out_are_within_one_tolerance_where_they_share_it()
    {
        var report = SamplePaired.Passed();
        var medians = report with { Result = report.Result with { Comparisons = [.. Enumerable.Repeat(report.Result.Comparisons.First(c => c is { Metric: Metrics.P50, Verdict: Verdict.Passed }), 12)] } };
        Page(medians).Seen.ShouldContain("2 more, all within ±10 %");
    }

    [Fact]
    public void What_is_only_watched_stands_last_and_is_no_reason_for_an_open_verdict()
    {
        var page = Page(SamplePaired.Watched());
        page.Text.ShouldNotContain("○ inconclusive");
        page.Seen.ShouldContain("watched");
        page.Seen.ShouldContain("Watched: a change of it fails the gate, but it has too few requests to be shown to be unchanged, and keeps no verdict open.");
        var report = SamplePaired.Watched();
        var few = report with { Result = report.Result with { Comparisons = [.. report.Result.Comparisons.Where(c => c.Gated && (c.Watched || c.Method is null))] } };
        var says = Page(few).Rows(Columns).Select(r => r[4]).ToList();
        says.Count(s => s == "◦ watched").ShouldBeGreaterThan(1);
        says.SkipWhile(s => s != "◦ watched").ShouldAllBe(s => s == "◦ watched");
    }

    [Fact]
    public void What_is_watched_and_moved_is_told_like_any_other()
    {
        var report = SamplePaired.Watched();
        var moved = report with
        {
            Result = report.Result with
            {
                Comparisons = [.. report.Result.Comparisons.Where(c => c.Watched).Select((c, i) => c with { Verdict = i == 0 ? Verdict.Regressed : Verdict.Inconclusive, Flagged = i < 2, Change = 0.2 })],
            },
        };
        var says = Page(moved).Rows(Columns).Select(r => r[4]).ToList();
        says[..2].ShouldBe(["■ regressed", "○ likely worse"]);
        says[2..].ShouldAllBe(s => s == "◦ watched" || s.StartsWith('●'));
    }

    [Fact]
    public void Nothing_is_said_of_watching_where_nothing_is_watched() => Page(SamplePaired.Regressed()).Seen.ShouldNotContain("watched", Case.Insensitive);

    [Fact]
    public void One_line_says_how_the_session_went_and_nothing_says_it_twice()
    {
        var page = Page(SamplePaired.Passed());
        page.Seen.ShouldContain("10 rounds of 8 s with 700 requests/s to each side in 2 starts; a slowdown below 3.1 % could have stayed unseen.");
        page.Seen.ShouldNotContain("or more would have shown");
        page.Text.ShouldContain("compared side by side with merge base with main (29d3c1f) · run");
    }

    [Fact]
    public void Those_left_out_are_counted_by_what_they_say()
    {
        var report = SamplePaired.Inconclusive();
        var words = report.Result.Comparisons.Where(c => c.Gated).ToList();
        Page(report).Seen.ShouldContain($"{words.Count - 10} more: ");
    }

    [Fact]
    public void Every_endpoint_of_the_run_keeps_its_row()
    {
        var report = SamplePaired.Regressed();
        Page(report).Tables.Single(t => t[0].Contains("p95 change")).Skip(1).Select(r => r[0])
            .ShouldBe(["all requests", .. report.Run.Endpoints.Select(e => $"{e.Method} {e.Name}")]);
    }

    [Fact]
    public void A_missed_target_stands_beside_the_session()
    {
        var report = SamplePaired.Regressed();
        var missed = report with { Result = report.Result with { Targets = [.. report.Result.Targets.Select(t => t with { Tier = Tier.Critical })] } };
        Page(missed).Tables.Single(t => t[0].Contains("During the run")).Skip(1).ShouldContain(r => r[0] == "GET /api/v1/currency/balance" && r[6].StartsWith("critical"));
    }

    [Fact]
    public void A_change_of_level_is_named_with_its_commit_the_newest_first()
    {
        var seen = Page(SamplePaired.WithHistory()).Seen;
        seen.ShouldContain("📈 p50 of GET /api/v1/tokens/my-tokens: +7.0 % since 20c0ffe of 2026-11-09 (2.79 ms before, 2.98 ms since, p 0.001)");
        seen.ShouldContain("📉 p50 of GET /api/v1/tokens/my-tokens: −18 % since 05c0ffe of 2026-10-25");
        seen.IndexOf("+7.0 % since", StringComparison.Ordinal).ShouldBeLessThan(seen.IndexOf("−18 % since", StringComparison.Ordinal));
    }

    [Fact]
    public void A_change_that_begins_with_this_run_says_so()
    {
        var report = SamplePaired.WithHistory();
        var line = report.Result.History[0];
        var now = line with { Changes = [new HistoryChange(line.Points.Count - 1, 2_700, 3_000, 0.0004)] };
        Page(report with { Result = report.Result with { History = [now] } }).Seen
            .ShouldContain("p50 of all requests: +11 % since this run (2.7 ms before, 3 ms since, p below 0.001)");
    }

    [Fact]
    public void No_name_becomes_markup()
    {
        foreach (var name in Hostility.Names(40))
        {
            var page = Page(Hostile(name));
            page.Links.ShouldBe(0, name);
            page.InlineHtml.ShouldBe(0, name);
            page.Seen.ShouldNotContain("@everyone", Case.Insensitive, name);
            page.Rows(Columns).ShouldAllBe(r => r.Count == Columns.Length, name);
            page.Rows(Columns)[0][0].ShouldBe($"p50 of {PlainText.Line($"{name} {name}")}".Trim(), name);
        }
    }

    [Fact]
    public async Task No_name_becomes_markup_in_the_page_or_steers_a_terminal()
    {
        foreach (var name in Hostility.Names(20).Take(20))
        {
            var report = Hostile(name);
            var html = await Reporting.Html.HtmlReport.RenderAsync(report);
            html.ShouldNotContain("<script", Case.Insensitive, name);
            html.ShouldNotContain("<img", Case.Insensitive, name);
            html.Count(c => char.IsControl(c) && c is not '\n').ShouldBe(0, name);
            using var writer = new StringWriter { NewLine = "\n" };
            ConsoleSummary.Write(report, writer, colour: false, 100);
            writer.ToString().Count(c => char.IsControl(c) && c is not '\n').ShouldBe(0, name);
        }
    }

    [Fact]
    public void The_terminal_shows_the_same_table()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        ConsoleSummary.Write(SamplePaired.Regressed(), writer, colour: false, 120);
        var lines = writer.ToString().Split('\n').ToList();
        var head = lines.FindIndex(l => l.StartsWith("Metric ", StringComparison.Ordinal));
        lines[head + 1].ShouldMatch(@"^p50 of GET /api/v1/tokens/my-tokens +3\.41 ms +3\.83 ms +\+13 % \[\+11 %, \+13 %\]  ■ regressed$");
        lines[head + 11].ShouldBe("5 more, all within ±10 %");
        lines[head + 12].ShouldStartWith("10 rounds and 12 more to confirm, of 8 s with");
    }

    [Fact]
    public void A_test_report_says_cpu_time_in_its_unit()
    {
        var file = JUnitFile.Of(SamplePaired.Regressed());
        file.ShouldContain("name=\"CPU per request of all requests\"");
        file.ShouldContain("message=\"742 µs before, 783 µs now, +5.7 % (+4.5 % to +6.4 %).\"");
    }

    static readonly Report Session = SamplePaired.Regressed();
    static readonly Report History = SamplePaired.WithHistory();

    static Report Hostile(string name)
    {
        var report = Session;
        return report with
        {
            Result = report.Result with
            {
                Comparisons = [.. report.Result.Comparisons.Where(c => c.Metric is Metrics.P50).Select(c => c with { Endpoint = name, Method = name })],
                History = [.. History.Result.History.Select(l => l with { Endpoint = name, Method = name, Points = [.. l.Points.Select(p => p with { RunId = name, Commit = name })] })],
            },
            Paired = report.Paired! with
            {
                Baseline = new SideRecord(name, name, Dirty: true, name),
                Broken = name,
                Warnings = [name],
                Screen = [.. report.Paired.Screen.Select(r => r with { Void = [name] })],
            },
        };
    }

    static MarkdownPage Page(Report report) => new(SummaryMarkdown.Render(report));
}
