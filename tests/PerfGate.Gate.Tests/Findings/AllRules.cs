using System.Text.Json.Nodes;
using PerfGate.Environments.Probes;
using PerfGate.Gate.Findings;
using PerfGate.Gate.Judging;
using PerfGate.Gate.Recording;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Tests.Findings;

public sealed class AllRules
{
    [Fact]
    public void A_run_in_which_nothing_happened_at_all_shows_nothing()
    {
        var run = Given.Run with
        {
            Totals = new Totals(0, 0, 0), WarmUp = new Totals(0, 0, 0), Overall = null, Stages = [], Endpoints = [], Failures = [], Exceptions = [],
            Users = [], Series = SeriesRecorder.Empty, Machine = new Dictionary<string, string>(StringComparer.Ordinal),
        };
        Look(run).ShouldBeEmpty();
    }

    [Fact]
    public void A_record_from_before_statuses_tables_and_logs_is_looked_at_as_far_as_it_goes()
    {
        using var folder = new TempFolder();
        var file = folder.File("run.json");
        RunRecordFile.Write(Given.Run.With(Given.Service(), Given.Service("postgres")), file);
        var json = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        string[] later = ["slowRequests", "logs", "criteria"];
        foreach (var name in later) json.Remove(name).ShouldBeTrue();
        foreach (var resource in json["resources"]!.AsArray())
            foreach (var name in (string[])["isStore", "tables", "statements", "metrics"]) resource!.AsObject().Remove(name);
        foreach (var endpoint in json["endpoints"]!.AsArray()) endpoint!.AsObject().Remove("statuses");

        File.WriteAllText(file, json.ToJsonString());

        Look(RunRecordFile.Read(file)).ShouldBeEmpty();
    }

    [Fact]
    public void Columns_of_different_length_are_read_as_far_as_they_go_together()
    {
        var cut = Given.Service() with
        {
            CpuLimit = 1, MemoryLimitBytes = 100, PeakMemoryBytes = 95, Second = [0, 1, 2], CpuShare = [], MemoryBytes = [null],
            Metrics = [Given.Gauge("PostgreSQL connections", "all", [5, 5], limit: 5), Given.Gauge("PostgreSQL connections", "active", [5])],
        };
        Look(Given.Run.With(cut)).Select(f => f.Rule).ShouldBe(["connections-at-limit", "memory-near-limit"]);
    }

    [Fact]
    public void What_broke_comes_before_what_is_slow()
    {
        var run = Given.Run.Saying("error", 20).Saying("panic", 1) with { End = RunEnd.SystemDied, SystemDeath = "'api' exited with code 139." };
        Look(run).Select(f => f.Rule).ShouldBe(["service-exited", "panic-in-log", "errors-in-log"]);
    }

    [Fact]
    public void No_rule_says_more_than_three_things()
    {
        string[] services = ["a", "b", "c", "d", "e"];
        var run = services.Aggregate(Given.Run, (run, service) => run.Saying("panic", 1, service: service));
        Look(run).Count(f => f.Rule == "panic-in-log").ShouldBe(3);
    }

    [Fact]
    public void Every_finding_says_what_it_means_and_when_it_was()
    {
        var run = Given.Run.Saying("panic", 1).Saying("error", 10).Saying("deadlock", 1).Saying("timeout", 2).Saying("pool-exhausted", 1)
            .Saying("too-many-connections", 1).Saying("out-of-memory", 1)
            .Failing(Given.Failure("timed out after 30 s", 40), Given.Failure("connection refused", 2))
            .Answering((200, 300), (402, 50), (429, 10)) with
        {
            End = RunEnd.SystemDied,
            Generator = Given.Run.Generator with { CpuShare = 0.99 },
            SlowRequests = new SlowRequestsRecord(2_000_000, 900, [new SlowRequestRecord(7, "/buy", "POST", 200, 10, 2_500_000, false)]),
        };
        var findings = Look(run);

        findings.Select(f => f.Rule).Distinct().Count().ShouldBeGreaterThan(12);
        findings.ShouldAllBe(f => f.Meaning != null && f.Meaning.EndsWith('.') && f.Evidence.EndsWith('.') && f.Advice.EndsWith('.') && !f.Title.EndsWith('.'));
        findings.ShouldAllBe(f => f.FromSeconds >= 0 && f.ToSeconds >= f.FromSeconds);
    }

    [Fact]
    public async Task Rules_ask_for_metrics_by_the_names_that_probes_give_them()
    {
        await using var postgres = new PostgresProbe("postgres", "Host=127.0.0.1");
        await using var redis = new RedisProbe("redis", "127.0.0.1", 6379);
        var names = postgres.Metrics.Concat(redis.Metrics).Select(m => (m.Chart, m.Name, m.Kind)).ToList();

        names.ShouldContain((Charts.PostgresConnections, Charts.All, MetricKind.Gauge));
        names.ShouldContain((Charts.PostgresConnections, Charts.Active, MetricKind.Gauge));
        names.ShouldContain((Charts.PostgresConnections, Charts.IdleInTransaction, MetricKind.Gauge));
        names.ShouldContain((Charts.RedisClients, Charts.Connected, MetricKind.Gauge));
        names.ShouldContain((Charts.RedisMemory, Charts.Used, MetricKind.Gauge));
        names.ShouldContain((Charts.RedisLookups, Charts.Hits, MetricKind.Share));
        names.ShouldContain((Charts.RedisEvictions, Charts.Evicted, MetricKind.Rate));
        (ServiceMetrics.Restarts.Chart, ServiceMetrics.OomKills.Chart).ShouldBe(("Restarts", "OOM kills"));
    }

    static List<Finding> Look(RunRecord run) => [.. FindingRules.Look(run, GuardLimits.Default)];
}
