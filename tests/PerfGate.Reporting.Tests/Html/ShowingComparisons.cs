using System.Net;
using System.Text.RegularExpressions;
using PerfGate.Reporting.Html;
using PerfGate.Reporting.Tests.Samples;

namespace PerfGate.Reporting.Tests.Html;

public sealed class ShowingComparisons
{
    [Fact]
    public async Task The_section_names_the_reference_its_commit_and_how_the_session_went()
    {
        var words = PageText.Words(await Section(SamplePaired.WithVoidRounds()));
        words.ShouldContain("Compared with merge base with main (29d3c1f) side by side, in turn");
        words.ShouldContain("10 rounds of 8 s with 700 requests/s to each side in 3 starts, 2 void; a slowdown below 3.5 % could have stayed unseen.");
        PageText.Words(await Section(SamplePaired.Regressed())).ShouldContain("10 rounds and 12 more to confirm, of 8 s with 700 requests/s to each side in 5 starts; ");
        PageText.Words(await Section(SamplePaired.Inconclusive())).ShouldContain("; 38 rounds in each look would most likely settle it.");
    }

    [Fact]
    public async Task The_forest_has_twelve_rows_and_the_worst_stands_first()
    {
        var rows = await Rows(SamplePaired.Regressed());
        rows.Count.ShouldBe(12);
        rows[0].ShouldMatch(@"^p50 GET /api/v1/tokens/my-tokens .*\+13 % \[\+11 %, \+13 %\] regressed$");
        rows[1].ShouldStartWith("p95 GET /api/v1/tokens/my-tokens");
        rows[2].ShouldMatch(@"^CPU per request all requests .* regressed$");
        rows.Skip(3).ShouldAllBe(r => r.EndsWith(r.StartsWith("CPU") ? " within ±5 %" : " within ±10 %"));
        PageText.Words(await Section(SamplePaired.Regressed())).ShouldContain("Other gated metrics 3 more, all within ");
    }

    [Fact]
    public async Task An_improvement_is_drawn_however_many_others_there_are_and_stands_last()
    {
        var rows = await Rows(SamplePaired.Improved());
        rows.Count.ShouldBe(12);
        rows.TakeLast(2).ShouldAllBe(r => r.Contains("my-tokens") && r.EndsWith(" improved"));
    }

    [Fact]
    public async Task Every_kind_of_verdict_has_a_shape_of_its_own()
    {
        Shapes(await Section(SamplePaired.Regressed()), "regressed").ShouldBe(["rect"]);
        Shapes(await Section(SamplePaired.Regressed()), "within ±10 %").ShouldBe(["circle dot"]);
        Shapes(await Section(SamplePaired.Improved()), "improved").ShouldBe(["path"]);
        Shapes(await Section(SamplePaired.Inconclusive()), "inconclusive").ShouldBe(["circle ring"]);
    }

    [Fact]
    public async Task The_ends_of_a_wider_tolerance_are_marked_in_its_rows_and_named_in_the_legend()
    {
        var section = await Section(SamplePaired.Passed());
        foreach (var row in Regex.Matches(section, @"<li class=""row[\s\S]*?</li>").Select(m => m.Value))
            Regex.Count(row, "class=\"bound\"").ShouldBe(row.Contains("<span class=\"metric\">CPU per request</span>") ? 0 : 2);
        var legend = PageText.Words(Regex.Match(section, @"<figcaption>[\s\S]*?</figcaption>").Value);
        legend.ShouldContain("±5 %");
        legend.ShouldContain("p95 ±10 %");
        legend.ShouldNotContain("p99");
    }

    [Fact]
    public async Task A_stored_comparison_has_one_tolerance()
    {
        var section = await Section(SampleReport.Regressed());
        section.ShouldNotContain("class=\"bound\"");
        section.ShouldNotContain("±10 %");
    }

    [Fact]
    public async Task What_is_only_watched_has_a_word_a_shape_and_a_sentence()
    {
        var section = await Section(SamplePaired.Watched());
        var watched = Regex.Matches(section, @"<li class=""row[\s\S]*?</li>").Select(m => m.Value).Where(r => r.Contains(">watched</span>")).ToList();
        watched.ShouldNotBeEmpty();
        watched.ShouldAllBe(r => r.Contains("ring speck") && r.Contains("<li class=\"row calm watched\">"));
        PageText.Words(section).ShouldContain("Watched: a change of it fails the gate, but it has too few requests to be shown to be unchanged");
        section.ShouldNotContain("rounds-fold\" open", customMessage: "there is nothing to look into");
        (await Section(SamplePaired.Passed())).ShouldNotContain("watched", Case.Insensitive);
    }

    [Fact]
    public async Task What_takes_no_part_in_the_verdict_is_folded()
    {
        var section = await Section(SamplePaired.Regressed());
        (await Rows(SamplePaired.Regressed())).ShouldAllBe(r => !r.StartsWith("p99"));
        PageText.Words(section).ShouldContain("Shown only 7 metrics that take no part in the verdict");
        section.ShouldContain("<details class=\"fold below\">");
    }

    [Fact]
    public async Task A_stored_comparison_has_the_forest_and_no_rounds()
    {
        var section = await Section(SampleReport.Regressed());
        PageText.Words(section).ShouldStartWith(" Compared with main (29d3c1f) Change of the gated metrics");
        section.ShouldContain("class=\"forest\"");
        section.ShouldNotContain("Round by round");
        (await HtmlReport.RenderAsync(SampleReport.NoBaseline())).ShouldNotContain("class=\"forest\"");
    }

    [Fact]
    public async Task Each_round_is_a_pair_with_its_values_and_the_void_ones_say_why()
    {
        var section = await Section(SamplePaired.WithVoidRounds());
        var charts = Regex.Matches(section, @"<figure class=""chart rounds"">[\s\S]*?</figure>").Select(m => m.Value).ToList();
        charts.Count.ShouldBe(12);
        foreach (var chart in charts)
        {
            Regex.Count(chart, "class=\"hit\"").ShouldBe(12);
            Regex.Count(chart, "<g class=\"hollow\"").ShouldBe(2);
            Marks(chart, "baseline").ShouldBe(10);
            Marks(chart, "candidate").ShouldBe(10);
            Regex.Count(chart, "<line class=\"edge\"").ShouldBe(2, "three starts");
            PageText.Words(chart).ShouldContain("the control endpoint took 391 µs, 3.3 times its usual 118 µs.", Case.Insensitive);
        }
    }

    [Fact]
    public async Task The_screen_and_the_confirmation_stand_apart()
    {
        var chart = Regex.Match(await Section(SamplePaired.Regressed()), @"<figure class=""chart rounds"">[\s\S]*?</figure>").Value;
        Regex.Count(chart, "class=\"apart\"").ShouldBe(1);
        Regex.Count(chart, "class=\"edge\"").ShouldBe(3);
        PageText.Words(chart).ShouldContain("The candidate's value is higher in 22 of 22 rounds");
        PageText.Words(chart).ShouldMatch(@"Round 1 of the confirmation, start 3: baseline 3\.\d+ ms, candidate 3\.\d+ ms, \+1\d %; the (baseline|candidate) came first");
    }

    [Fact]
    public async Task Rounds_are_unfolded_only_where_something_is_to_be_seen()
    {
        (await Section(SamplePaired.Regressed())).ShouldMatch(@"rounds-fold"" open");
        (await Section(SamplePaired.Passed())).ShouldNotMatch(@"rounds-fold"" open");
    }

    [Fact]
    public async Task A_session_that_broke_says_why_and_shows_the_rounds_it_has()
    {
        var words = PageText.Words(await Section(SamplePaired.Broken()));
        words.ShouldContain("Note. The candidate's api exited with code 139 in round 4.");
        words.ShouldContain("No gated metric has a change to draw.");
        words.ShouldContain("CPU per request of all requests");
        words.ShouldNotContain("NaN");
    }

    [Fact]
    public async Task A_side_without_a_value_leaves_a_mark_out_and_is_never_zero()
    {
        var report = SamplePaired.Regressed();
        var session = report.Paired!;
        var blind = session with { Screen = [.. session.Screen.Select((r, i) => i == 0 ? r with { Baseline = r.Baseline with { CpuSeconds = null } } : r)] };
        var section = await Section(report with { Paired = blind });
        var chart = Regex.Matches(section, @"<figure class=""chart rounds"">[\s\S]*?</figure>").Select(m => m.Value).Single(c => c.Contains("CPU per request of"));
        Marks(chart, "baseline").ShouldBe(21);
        Marks(chart, "candidate").ShouldBe(22);
        PageText.Words(chart).ShouldMatch(@"Round 1 of the screen, start 1: baseline –, candidate \d+ µs, –;");
    }

    [Fact]
    public async Task Without_the_rounds_the_result_alone_is_enough()
    {
        var words = PageText.Words(await Section(SamplePaired.Passed() with { Paired = null }));
        words.ShouldContain("Compared with the baseline commit side by side");
        words.ShouldContain("10 rounds with 700 requests/s to each side in 2 starts; ");
    }

    [Fact]
    public async Task The_verdict_says_what_it_was_compared_with()
    {
        var html = await HtmlReport.RenderAsync(SamplePaired.Passed());
        PageText.Words(html).ShouldContain("Compared side by side with merge base with main (29d3c1f). A slowdown of 3.1 % or more would have shown.");
    }

    [Fact]
    public async Task Dozens_of_metrics_and_rounds_stay_a_small_page()
    {
        var none = (await HtmlReport.RenderAsync(SampleReport.NoBaseline())).Length;
        var report = SamplePaired.Regressed();
        var many = report with { Paired = new SampleSession { ScreenRounds = 20, ConfirmRounds = 20 }.Build() };
        ((await HtmlReport.RenderAsync(many)).Length - none).ShouldBeLessThan(300_000);
    }

    static Task<string> Section(Report report) => PageText.SectionAsync(report, "Compared with");

    static async Task<List<string>> Rows(Report report) =>
        [.. Regex.Matches(await Section(report), @"<li class=""row[\s\S]*?</li>").Select(m => PageText.Words(Regex.Replace(m.Value, @"<svg role=[\s\S]*?</svg></span>", "")).Trim())];

    static List<string> Shapes(string section, string word) =>
    [
        .. Regex.Matches(section, @"<li class=""row[\s\S]*?</li>").Select(m => WebUtility.HtmlDecode(m.Value)).Where(r => r.Contains($"<span class=\"word\">{word}</span>"))
            .Select(r => Regex.Match(r, @"<(?<tag>rect|path|circle) class=""(?<kind>dot|ring)""")).Select(m => m.Groups["tag"].Value is "circle" ? $"circle {m.Groups["kind"].Value}" : m.Groups["tag"].Value)
            .Distinct(),
    ];

    static int Marks(string chart, string side) => Regex.Match(chart, $@"<path class=""{side}"" d=""([^""]*)""").Groups[1].Value.Count(c => c == 'M');
}
