using System.Text;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Reporting.Summary;
using PerfGate.Reporting.Tests.Samples;
using PerfGate.Reporting.Text;

namespace PerfGate.Reporting.Tests.Summary;

public sealed class Summarising
{
    static readonly string[] ChangedColumns = ["Endpoint", "Metric", "Baseline", "Now", "Change", "Interval", "Limit", "During the run"];

    [Fact]
    public void The_first_line_is_a_marker_for_machines() =>
        Page(SampleReport.Passed()).FirstLine.ShouldBe(
            "<!-- perfgate schema=1 suite=zenzefi profile=quick commit=19d3c1f0a7b24e6d8c5f1e2a3b4c5d6e7f8091a2 run=20261121-201501-4f2a -->");

    [Theory]
    [MemberData(nameof(States))]
    public void The_heading_says_the_verdict_in_plain_words(string state, string emoji, string begins)
    {
        var heading = Page(Sample(state)).Heading;
        heading.ShouldStartWith($"{emoji} {begins}");
    }

    public static TheoryData<string, string, string> States => new()
    {
        { "passed", "✅", "Passed: " },
        { "regressed", "❌", "Regressed: 1 of 12 endpoints is slower" },
        { "no baseline", "ℹ️", "No baseline: nothing was compared" },
        { "inconclusive", "⚠️", "Inconclusive: a slowdown below 14 %" },
        { "invalid", "🚫", "Invalid: no request was measured" },
        { "critical", "❌", "Failed: p99 is 2.4 s, beyond its critical limit" },
        { "improved", "🚀", "Improved: " },
    };

    [Fact]
    public void Only_what_changed_or_failed_is_on_top()
    {
        var rows = Page(SampleReport.Regressed()).Rows(ChangedColumns);
        rows.ShouldContain(r => r[0] == "GET /api/v1/tokens/my-tokens" && r[1] == "p95" && r[4] == "+38 % regressed");
        rows.ShouldNotContain(r => r[0] == "GET /api/v1/currency/balance");
    }

    [Fact]
    public void A_change_carries_both_values_its_interval_and_a_trend()
    {
        var row = Page(SampleReport.Regressed()).Rows(ChangedColumns).First(r => r[0].EndsWith("my-tokens", StringComparison.Ordinal) && r[1] == "p50");
        row[2].ShouldBe("3.33 ms");
        row[3].ShouldBe("4.68 ms");
        row[5].ShouldMatch(@"^\+\d+ % to \+\d+ %$");
        row[7].ShouldMatch("^[▁-█]{16}$");
    }

    [Fact]
    public void A_missed_target_says_which_limit() =>
        Page(SampleReport.CriticalTargetMissed()).Rows(ChangedColumns)
            .ShouldContain(r => r[0] == "all requests" && r[1] == "p99" && r[3] == "2.4 s" && r[6] == "critical ≤ 2 s missed");

    [Fact]
    public void A_target_without_a_value_is_not_silent()
    {
        var rows = Page(SampleReport.Invalid()).Rows(ChangedColumns);
        rows.ShouldContain(r => r[1] == "p95" && r[3] == "not measured");
        rows.ShouldContain(r => r[0] == "GET /api/v1/currency/balance" && r[3] == "not measured", "its endpoint was never asked for");
    }

    [Fact]
    public void Nothing_changed_leaves_no_empty_table()
    {
        var report = SampleReport.NoBaseline();
        Page(report).Tables.ShouldNotContain(t => t[0].SequenceEqual(ChangedColumns));
    }

    [Fact]
    public void The_rest_is_folded_in_the_order_of_the_layout()
    {
        var summaries = Page(SampleReport.Passed()).HtmlBlocks.Where(b => b.StartsWith("<details>", StringComparison.Ordinal)).ToList();
        summaries.ShouldBe(
        [
            "<details><summary>Success criteria (6)</summary>",
            "<details><summary>Unchanged endpoints (13)</summary>",
            "<details><summary>Targets (6)</summary>",
            "<details><summary>Statuses (5)</summary>",
            "<details><summary>Slowest requests (8)</summary>",
            "<details><summary>Failures (4)</summary>",
            "<details><summary>Resources (3)</summary>",
            "<details><summary>Inside the services (13)</summary>",
            "<details><summary>Findings (2)</summary>",
            "<details><summary>Environment (12)</summary>",
            "<details><summary>Response times during the run</summary>",
        ]);
    }

    [Fact]
    public void Every_endpoint_is_told_once()
    {
        var report = SampleReport.Passed();
        var told = Page(report).Tables.Where(t => t[0][0] == "Endpoint" && t[0].Contains("p95 change") || t[0].SequenceEqual(ChangedColumns))
            .SelectMany(t => t.Skip(1).Select(r => r[0])).Distinct().ToList();
        told.ShouldBe([.. report.Run.Endpoints.Select(e => $"{e.Method} {e.Name}"), "all requests"], ignoreOrder: true);
    }

    [Fact]
    public void What_the_services_used_and_what_was_seen_inside_them_has_a_table_each()
    {
        var tables = Page(SampleReport.Passed()).Tables;
        var used = tables.Single(t => t[0].Contains("OOM kills"));
        used[1].ShouldBe(["api", "31.4 s", used[1][2], "214 MiB of 512 MiB", "840 ms", "0", "0"]);
        used[3].ShouldBe(["redis", "1.3 s", used[3][2], "9.8 MiB", "–", "0", "0"]);
        var inside = tables.Single(t => t[0].Contains("Largest or in all"));
        inside.ShouldContain(row => row.SequenceEqual(new[] { "postgres", "PostgreSQL connections, all", "24 of 100" }));
        inside.ShouldContain(row => row.SequenceEqual(new[] { "redis", "Key lookups that hit", "94.2 %" }));
    }

    [Fact]
    public void It_ends_with_the_commits_and_the_command_that_repeats_the_run()
    {
        var page = Page(SampleReport.Passed());
        page.Text.ShouldContain("19d3c1f compared with main@&#8203;29d3c1f of 2026-11-20 20:15 UTC");
        page.CodeBlocks[^1].ShouldBe("./build.sh --target=Perf --suite=zenzefi --profile=quick --seed=42");
    }

    [Fact]
    public void The_chart_has_no_gaps_and_no_names()
    {
        var chart = Page(SampleReport.Hostile("evil")).CodeBlocks[0];
        chart.ShouldStartWith("xychart-beta");
        chart.ShouldNotContain("evil");
        var silent = SampleReport.Of(new SampleRun { Silent = [.. Enumerable.Range(20, 10)] }.Build(), null, Verdict.NoBaseline, 0, "No baseline.");
        Page(silent).Text.ShouldNotContain("mermaid", Case.Insensitive, "a second without requests has no percentile to draw");
    }

    [Fact]
    public void No_name_becomes_markup()
    {
        foreach (var name in Hostility.Names(150))
        {
            var page = Page(SampleReport.Hostile(name));
            page.Links.ShouldBe(0, name);
            page.InlineHtml.ShouldBe(0, name);
            page.HtmlBlocks.ShouldAllBe(b => Ours(b), name);
            page.Heading.ShouldContain("Critical target missed");
            page.Seen.ShouldNotContain("@everyone", Case.Insensitive, name);
        }
    }

    [Fact]
    public void A_hostile_name_reads_as_what_it_is()
    {
        foreach (var name in Hostility.Names(150))
        {
            var report = SampleReport.Of(
                new SampleRun { Seconds = 12, Endpoints = [new("GET", name, 1, 900, 0.3)] }.Build(), null, Verdict.NoBaseline, 0, "No baseline.");
            var row = Page(report).Tables.Single(t => t[0].Contains("p95 change"))[^1];
            row[0].ShouldBe(PlainText.Line($"GET {name}"));
            row.Count.ShouldBe(8, "no name adds a column");
        }
    }

    [Fact]
    public void A_thousand_endpoints_fit_into_a_comment_and_the_rest_is_counted()
    {
        var many = Enumerable.Range(0, 1000).Select(i => new SampleEndpoint("GET", $"/{new string('é', 100)}/{i}", 1, 900, 0.3)).ToList();
        var report = SampleReport.Of(new SampleRun { Seconds = 20, Users = 1000, Endpoints = many }.Build(), null, Verdict.NoBaseline, 0, "No baseline.");
        var page = Page(report);
        Encoding.UTF8.GetByteCount(page.Text).ShouldBeInRange(50_000, 60_000);
        var kept = page.Tables.Single(t => t[0].Contains("p95 change")).Count - 1;
        page.Text.ShouldContain($"_{report.Run.Endpoints.Count + 1 - kept} more rows did not fit: see report.html._");
        page.Tables.Count(t => t[0][0] == "Part").ShouldBe(1, "the environment stays whole");
        page.CodeBlocks[^1].ShouldStartWith("./build.sh");
    }

    [Fact]
    public void A_thousand_changes_fit_too()
    {
        var many = Enumerable.Range(0, 1000).Select(i => new SampleEndpoint("GET", $"/{new string('<', 100)}/{i}", 1, 900, 0.3)).ToList();
        var run = new SampleRun { Seconds = 20, Users = 1000, Endpoints = many }.Build();
        var report = SampleReport.Of(run, run, Verdict.Regressed, 2, "Regressed: everything.");
        report = report with { Result = report.Result with { Comparisons = [.. report.Result.Comparisons.Select(c => c with { Verdict = Verdict.Regressed })] } };
        var page = Page(report);
        Encoding.UTF8.GetByteCount(page.Text).ShouldBeInRange(50_000, 60_000);
        page.Text.ShouldMatch(@"_\d+ more rows did not fit");
    }

    [Fact]
    public void What_was_not_measured_is_never_a_zero()
    {
        var page = Page(SampleReport.Invalid());
        page.Text.ShouldNotContain("| 0 µs");
        page.Text.ShouldNotContain("| 0 ms");
        page.Text.ShouldNotContain("±0");
    }

    static bool Ours(string html) =>
        html is "</details>" || html.StartsWith("<!-- perfgate schema=1 ", StringComparison.Ordinal) ||
        System.Text.RegularExpressions.Regex.IsMatch(html, @"^<details><summary>[A-Za-z ]+( \(\d+\))?</summary>$");

    static MarkdownPage Page(Report report) => new(MarkdownRenderer.Render(SummaryModel.Of(report)));

    static Report Sample(string state) => state switch
    {
        "passed" => SampleReport.Passed(),
        "regressed" => SampleReport.Regressed(),
        "no baseline" => SampleReport.NoBaseline(),
        "inconclusive" => SampleReport.Inconclusive(),
        "invalid" => SampleReport.Invalid(),
        "critical" => SampleReport.CriticalTargetMissed(),
        _ => SampleReport.Passed() with { Result = SampleReport.Passed().Result with { Verdict = Verdict.Improved, Headline = "Faster than before." } },
    };
}
