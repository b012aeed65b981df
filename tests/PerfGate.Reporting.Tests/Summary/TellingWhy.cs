using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Reporting.Tests.Samples;

namespace PerfGate.Reporting.Tests.Summary;

public sealed class TellingWhy
{
    static readonly string[] SlowColumns = ["At", "Endpoint", "Status", "Size", "Response time"];
    static readonly string[] StatusColumns = ["Endpoint", "Answered"];

    [Fact]
    public void A_finding_tells_when_what_was_seen_what_it_means_and_what_to_try() =>
        SummaryMarkdown.Render(SampleReport.CriterionNotMet()).ShouldContain(
            "- **Failures came in one burst** (0:31–0:34): 16 of 16 failures fell between second 31 and 34 of 60. " +
            "Something happened at that moment; the system is not failing all along. Look at the logs of that moment:");

    [Fact]
    public void The_ten_slowest_requests_are_listed_and_the_rest_is_counted()
    {
        var report = SampleReport.CriticalTargetMissed();
        var page = Page(report);
        var rows = page.Rows(SlowColumns);
        rows.Count.ShouldBe(10);
        rows[0].ShouldBe(["0:20", "POST /api/v1/auth/login", "200", "240 B", "16.5 s"]);
        page.Text.ShouldContain("38 of 2,865 requests took longer than 100 ms (1.33 %), warm-up included. 28 are not shown.\n");
    }

    [Fact]
    public void Of_a_sample_it_is_said_that_it_is_one()
    {
        var slow = new SlowRequestsRecord(100_000, 900, [new(3, "/x", "GET", 0, 0, 2_000_000, Failed: true), new(4, "/y", "GET", 200, 9, 3_000_000, Failed: false)]);
        var page = Page(With(slow));
        page.Rows(SlowColumns).Select(r => r[2]).ShouldBe(["200", "no reply, failed"]);
        page.Text.ShouldContain("898 are not shown. Of all, 2 were kept, chosen at random.");
    }

    [Fact]
    public void Without_slow_requests_there_is_no_table()
    {
        SummaryMarkdown.Render(With(new SlowRequestsRecord(100_000, 0, []))).ShouldNotContain("Slowest requests");
        SummaryMarkdown.Render(With(null)).ShouldNotContain("Slowest requests");
    }

    [Fact]
    public void Only_endpoints_with_more_than_one_status_are_listed_with_theirs()
    {
        var rows = Page(SampleReport.Passed()).Rows(StatusColumns);
        rows.ShouldContain(r => r[0] == "POST /api/v1/tokens/purchase (duration=1h)" && r[1] == "200: 52 · 402: 6 · 500: 2");
        rows.ShouldNotContain(r => r[0] == "GET /health");
    }

    [Fact]
    public void A_status_of_zero_is_no_number()
    {
        var report = SampleReport.Passed();
        var odd = report.Run.Endpoints[0] with { Statuses = [new StatusCount(0, 3), new StatusCount(200, 1_204)] };
        var rows = Page(report with { Run = report.Run with { Endpoints = [odd] } }).Rows(StatusColumns);
        rows[^1][1].ShouldBe("no reply: 3 · 200: 1,204");
    }

    [Fact]
    public void Users_are_a_target_in_whole_users_of_which_more_is_better()
    {
        var report = SampleReport.Passed();
        var target = new TargetResult { Endpoint = "all requests", Metric = Metrics.ConcurrentUsers, Value = 90, Tier = Tier.Critical, Target = 1500, Acceptable = 100, Critical = 100 };
        var page = Page(report with { Result = report.Result with { Targets = [target] } });
        page.Tables[0][1].Take(7).ShouldBe(["all requests", "concurrent users", "–", "90", "–", "–", "critical ≥ 100 missed"]);
        page.Text.ShouldContain("≥ 1,500");
    }

    static Report With(SlowRequestsRecord? slow)
    {
        var report = SampleReport.Passed();
        return report with { Run = report.Run with { SlowRequests = slow } };
    }

    static MarkdownPage Page(Report report) => new(SummaryMarkdown.Render(report));
}
