using Acceptance.Harness;

namespace Acceptance.Running;

/// <summary>./build.sh --target=Perf in a fresh clone.</summary>
public sealed class FirstRun(Journey journey) : IClassFixture<Journey>
{
    static readonly string[] Promised =
    [
        "run.json", "result.json", "summary.md", "report.html", "stats.csv", "stats_history.csv", "failures.csv", "exceptions.csv",
        "junit.xml", "logs/api.log",
    ];

    [Fact]
    public void Ends_well_and_says_loudly_that_there_is_no_baseline()
    {
        journey.First.ExitCode.ShouldBe(0, journey.First.Everything);
        journey.FirstRun.Result.GetProperty("verdict").GetString().ShouldBe("no-baseline");
        journey.First.Output.ShouldContain("No baseline yet");
        journey.First.Output.ShouldContain("--target=PerfBaseline");
    }

    [Fact]
    public void Leaves_every_file_that_the_design_promises() =>
        Promised.Where(name => !journey.FirstRun.Exists(name)).ShouldBeEmpty();

    [Fact]
    public void Measures_at_least_a_thousand_requests_without_a_failure()
    {
        var totals = journey.FirstRun.Run.GetProperty("totals");
        totals.GetProperty("requests").GetInt64().ShouldBeGreaterThanOrEqualTo(1000);
        totals.GetProperty("failures").GetInt64().ShouldBe(0);
        journey.FirstRun.Run.GetProperty("warmUp").GetProperty("failures").GetInt64().ShouldBe(0);
        journey.FirstRun.Run.GetProperty("exceptions").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public void Leaves_no_process_behind() => journey.LeftByTheFirst.ShouldBeEmpty();

    [Fact]
    public void Counts_the_requests_that_the_system_counted_with_the_warm_up_apart()
    {
        var run = journey.FirstRun.Run;
        var measured = run.GetProperty("totals").GetProperty("requests").GetInt64();
        var warmUp = run.GetProperty("warmUp").GetProperty("requests").GetInt64();
        warmUp.ShouldBeGreaterThan(0);
        run.GetProperty("systemRequests").GetInt64().ShouldBe(measured + warmUp);
        run.GetProperty("stages").EnumerateArray().Where(s => !s.GetProperty("warmUp").GetBoolean())
            .Sum(s => s.GetProperty("endpoints").EnumerateArray().Sum(e => e.GetProperty("requests").GetInt64())).ShouldBe(measured);
    }

    [Fact]
    public void Loads_the_system_as_both_kinds_of_users_with_the_weights_of_their_tasks()
    {
        var users = journey.FirstRun.Run.GetProperty("users").EnumerateArray().ToDictionary(u => u.GetProperty("name").GetString()!);
        users.Keys.Order(StringComparer.Ordinal).ShouldBe(["ProxyUser", "ZenzefiUser"]);
        var tasks = users["ZenzefiUser"].GetProperty("tasks").EnumerateObject().ToDictionary(t => t.Name, t => (double)t.Value.GetInt64());
        var all = tasks.Values.Sum();
        foreach (var (task, weight) in new[] { ("ReadBalance", 10), ("ListTokens", 8), ("ListTransactions", 5), ("BuyToken", 3), ("CheckHealth", 2), ("ReadMetrics", 1) })
            (tasks[task] / all).ShouldBe(weight / 29.0, tolerance: 0.06, task);
    }

    [Fact]
    public void Shows_in_Cakes_table_where_the_time_went()
    {
        var table = journey.First.Output[journey.First.Output.LastIndexOf("Duration", StringComparison.Ordinal)..];
        var at = new[] { "PerfPreflight", "PerfUp", "PerfMigrate", "PerfLoad", "PerfCompare", "PerfReport", "PerfPublish" }
            .Select(task => table.IndexOf(task, StringComparison.Ordinal)).ToList();
        at.ShouldAllBe(position => position >= 0);
        at.ShouldBeInOrder();
    }

    [Fact]
    public async Task Leaves_the_checkout_as_it_was()
    {
        var status = await Command.Run(journey.Checkout.Root, "git", ["status", "--porcelain"]);
        status.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.Contains("baselines/", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void The_baseline_is_a_file_to_commit()
    {
        journey.Baseline.ExitCode.ShouldBe(0, journey.Baseline.Everything);
        var file = Directory.EnumerateFiles(journey.Checkout.Baselines, "*.json", SearchOption.AllDirectories).ShouldHaveSingleItem();
        Path.GetFileName(Path.GetDirectoryName(file)).ShouldBe(journey.FirstRun.Run.GetProperty("fingerprint").GetString());
    }

    [Fact]
    public void The_next_run_is_compared_with_it_for_every_endpoint()
    {
        journey.Second.ExitCode.ShouldBe(0, journey.Second.Everything);
        var result = journey.SecondRun.Result;
        result.GetProperty("mode").GetString().ShouldBe("stored");
        result.GetProperty("baseline").GetProperty("runId").GetString().ShouldBe(journey.FirstRun.Run.GetProperty("runId").GetString());
        var compared = result.GetProperty("comparisons").EnumerateArray().ToList();
        foreach (var endpoint in journey.SecondRun.Run.GetProperty("endpoints").EnumerateArray())
        {
            var name = endpoint.GetProperty("name").GetString();
            var own = compared.Where(c => c.GetProperty("endpoint").GetString() == name).ToDictionary(c => c.GetProperty("metric").GetString()!);
            own.Keys.Order(StringComparer.Ordinal).ShouldBe(["errorRate", "p50", "p95", "p99", "requestsPerSecond"]);
            var change = own["p50"];
            change.GetProperty("lower").GetDouble().ShouldBeLessThanOrEqualTo(change.GetProperty("change").GetDouble());
            change.GetProperty("upper").GetDouble().ShouldBeGreaterThanOrEqualTo(change.GetProperty("change").GetDouble());
        }
    }

    [Fact]
    public void A_stored_comparison_never_calls_a_change_proven() =>
        journey.SecondRun.Result.GetProperty("verdict").GetString().ShouldBeOneOf(["passed", "inconclusive"]);

    [Fact]
    public void In_a_GitHub_job_the_summary_is_on_the_jobs_page() =>
        File.ReadAllText(journey.JobSummary).ShouldContain(journey.SecondRun.Result.GetProperty("headline").GetString()!.Split(' ')[0]);

    [Fact]
    public async Task The_reports_can_be_rendered_again_from_the_record()
    {
        var page = Path.Combine(journey.SecondRun.Folder, "report.html");
        var before = await File.ReadAllTextAsync(page);
        File.Delete(page);
        var report = await journey.Checkout.Build("--target=PerfReport", $"--from={journey.SecondRun.Folder}");
        report.ExitCode.ShouldBe(0, report.Everything);
        (await File.ReadAllTextAsync(page)).ShouldBe(before);
    }

    [Fact]
    public async Task The_report_opens_in_a_real_browser()
    {
        var screenshot = Path.Combine(journey.Checkout.Root, "artifacts", "report.png");
        var page = await Browser.Open(Path.Combine(journey.SecondRun.Folder, "report.html"), screenshot);
        page.ShouldContain("Endpoints");
        page.Replace("<wbr>", "", StringComparison.Ordinal).ShouldContain("/api/v1/tokens/my-tokens");
        page.ShouldContain("<svg");
        new FileInfo(screenshot).Length.ShouldBeGreaterThan(50_000, "an empty page makes a small picture");
    }
}
