using System.Text.RegularExpressions;
using PerfGate.Gate.Records;
using PerfGate.Reporting.Html;
using PerfGate.Reporting.Tests.Samples;

namespace PerfGate.Reporting.Tests.Html;

public sealed class ShowingDetails
{
    [Fact]
    public async Task Slow_requests_are_counted_listed_slowest_first_and_told_per_endpoint()
    {
        var section = await PageText.SectionAsync(SampleReport.CriticalTargetMissed(), "Slow requests");
        var text = PageText.Words(section);
        text.ShouldContain("38 of 2,865 requests took longer than 100 ms (1.33 %), warm-up included.");
        text.ShouldContain("At Endpoint Status Size Response time 0:20 POST /api/v1/auth/login 200 240 B 16.5 s 0:34 POST");
        text.ShouldContain("0:32 POST /api/v1/auth/login 500, failed 240 B");
        text.ShouldContain("Endpoint Slow POST /api/v1/auth/login 34 POST /api/v1/auth/register 4");
        text.ShouldNotContain("not shown");
    }

    [Fact]
    public async Task At_most_fifty_of_them_are_listed()
    {
        var report = SampleReport.Passed();
        var sample = Enumerable.Range(0, 60).Select(i => new SlowRequestRecord(i, "/x", "GET", 200, 1, 1_000_000 + i, Failed: false)).ToList();
        var section = await PageText.SectionAsync(report with { Run = report.Run with { SlowRequests = new SlowRequestsRecord(1_000_000, 700, sample) } }, "Slow requests");
        Regex.Count(section, @"<td class=""n strong"">").ShouldBe(50);
        PageText.Words(section).ShouldContain("650 are not shown. Of all, 60 were kept, chosen at random. What was kept is in run.json.");
        PageText.Words(section).ShouldContain("Slow, of those kept GET /x 60");
    }

    [Fact]
    public async Task Without_slow_requests_there_is_no_section()
    {
        var report = SampleReport.Passed();
        (await PageText.SectionAsync(report with { Run = report.Run with { SlowRequests = new SlowRequestsRecord(1, 0, []) } }, "Slow requests")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_endpoint_tells_how_it_was_answered()
    {
        var html = await HtmlReport.RenderAsync(SampleReport.Passed());
        var purchase = Regex.Matches(html, @"<details class=""fold endpoint-fold""[\s\S]*?</details>").Select(m => PageText.Words(m.Value)).Single(s => s.Contains("(duration=1h)"));
        purchase.ShouldContain("Answered 200: 52 · 402: 6 · 500: 2");
    }

    [Fact]
    public async Task An_endpoint_tells_what_connecting_took_and_how_many_connections_it_opened()
    {
        var (now, old) = (await Purchase(SampleReport.Passed()), await Purchase(SampleReport.Old()));
        now.ShouldMatch(@"service time p50 [\d.]+ ms .*service time p95 [\d.]+ ms .*connecting p50 [\d.]+ (µs|ms) .*connecting p95 [\d.]+ (µs|ms) .*connections opened 3 ");
        old.ShouldContain("connecting p50 – connecting p95 – connections opened –");

        static async Task<string> Purchase(Report report) =>
            Regex.Matches(await HtmlReport.RenderAsync(report), @"<details class=""fold endpoint-fold""[\s\S]*?</details>").Select(m => PageText.Words(m.Value)).Single(s => s.Contains("(duration=1h)"));
    }

    [Fact]
    public async Task A_task_shows_its_share_beside_the_share_of_its_weight()
    {
        var text = PageText.Words(await PageText.SectionAsync(SampleReport.Passed(), "Users"));
        text.ShouldContain("ReadBalance 34.8 % of 34.5 % 1,041");
        text.ShouldContain("ReadProxyStatus 100 % 468", customMessage: "a record without weights shows the share alone");
    }

    [Fact]
    public async Task A_task_that_never_ran_is_shown_when_it_has_a_weight()
    {
        var report = SampleReport.Passed();
        var user = new UserClassRecord("Buyer", 3, new Dictionary<string, long> { ["Browse"] = 8 }) { Weights = new Dictionary<string, int> { ["Browse"] = 3, ["Buy"] = 1 } };
        PageText.Words(await PageText.SectionAsync(report with { Run = report.Run with { Users = [user] } }, "Users")).ShouldContain("Browse 100 % of 75 % 8 Buy 0 % of 25 % 0");
    }

    [Fact]
    public async Task What_logs_tell_of_is_listed_and_a_quiet_log_is_not()
    {
        var text = PageText.Words(await PageText.SectionAsync(SampleReport.Passed(), "Logs"));
        text.ShouldContain("api 214 timeout 3 0:31 0:34 Npgsql.NpgsqlException: Exception while reading from stream");
        text.ShouldNotContain("postgres");
        (await PageText.SectionAsync(SampleReport.Regressed(), "Logs")).ShouldBeEmpty("no log told of trouble");
    }

    [Fact]
    public async Task Table_scans_stand_below_the_statements_of_a_store()
    {
        var text = PageText.Words(await PageText.SectionAsync(SampleReport.Passed(), "Resources"));
        text.ShouldContain("2.47 s 822 3 ms 10 41.5");
        text.ShouldContain("access_tokens 822 4,282,620 5,210 311 5,210 users 3 309 103 2,312 103");
        Regex.Count(text, "Tables read from end to end").ShouldBe(1);
    }
}
