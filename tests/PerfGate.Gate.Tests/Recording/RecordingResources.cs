using PerfGate.Environments.Probes;
using PerfGate.Gate.Recording;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Tests.Recording;

public sealed class RecordingResources
{
    static readonly ProbeMetric Active = new("Connections", "active", MetricUnit.Count, MetricKind.Gauge);
    static readonly ProbeMetric Most = new("Connections", "max_connections", MetricUnit.Count, MetricKind.Limit);
    static readonly ProbeMetric Hits = new("Page reads", "hits", MetricUnit.Count, MetricKind.Share);
    static readonly ProbeMetric Misses = new("Page reads", "misses", MetricUnit.Count, MetricKind.Rest);

    static readonly Totals Measured = new(1_000, 0, 2);

    static readonly ProbeSamples Container = Samples(
        "db",
        [ServiceMetrics.Cpu, ServiceMetrics.CpuLimit, ServiceMetrics.Memory, ServiceMetrics.MemoryLimit, ServiceMetrics.ThrottledTime, ServiceMetrics.Restarts, ServiceMetrics.OomKills],
        [10, 1.5, 100, 500, 1, 0, 0], [10.5, 1.5, 300, 500, 1.25, 0, 1], [11.5, 1.5, 200, 500, 1.5, 1, 1]);

    static readonly ProbeSamples Store = Samples("db", [Active, Most, Hits, Misses], [3, 100, 10, 90], [7, 100, 10, 90], [5, 100, 19, 91]);

    [Fact]
    public void Probes_of_one_service_come_together_in_one_record()
    {
        var db = Record([Container, Store], beginAt: 1).ShouldHaveSingleItem();

        db.Service.ShouldBe("db");
        db.CpuSeconds.ShouldBe(1);
        db.CpuMicrosPerRequest.ShouldBe(1_000);
        db.PeakMemoryBytes.ShouldBe(300);
        db.Second.ShouldBe([0, 1, 2]);
        db.CpuShare.ShouldBe([null, 0.5, 1]);
        db.MemoryBytes.ShouldBe([100, 300, 200]);
        (db.CpuLimit, db.MemoryLimitBytes, db.ThrottledSeconds).ShouldBe((1.5, 500, 0.25));
        (db.Restarts, db.OomKills).ShouldBe((1, 1));
    }

    [Fact]
    public void What_only_this_kind_of_service_has_becomes_its_metrics_with_the_limit_of_their_chart()
    {
        var metrics = Record([Container, Store], beginAt: 1)[0].Metrics;

        metrics.Select(m => (m.Chart, m.Name, m.Limit, m.Figure)).ShouldBe(
        [
            ("Restarts", "restarts", null, 1), ("OOM kills", "OOM kills", null, 1), ("Connections", "active", 100, 7), ("Page reads", "hits", null, 0.9),
        ]);
        metrics[1].Values.ShouldBe([null, 1, 0], "and when it happened is known");
        metrics[2].Values.ShouldBe([3, 7, 5]);
        metrics[3].Values.ShouldBe([null, null, 0.9]);
    }

    [Fact]
    public void A_service_without_a_probe_of_its_usage_has_nulls_as_many_as_samples()
    {
        var db = Record([Store], beginAt: 0)[0];

        (db.CpuSeconds, db.PeakMemoryBytes, db.ThrottledSeconds, db.Restarts).ShouldBe((null, null, null, null));
        db.CpuShare.ShouldBe([null, null, null]);
        db.MemoryBytes.ShouldBe([null, null, null]);
    }

    [Fact]
    public void Without_a_beginning_what_belongs_to_the_measured_stages_is_unknown_and_peaks_are_not()
    {
        var db = Record([Container, Store], beginAt: null)[0];

        (db.CpuSeconds, db.CpuMicrosPerRequest, db.ThrottledSeconds, db.Statements).ShouldBe((null, null, null, null));
        (db.PeakMemoryBytes, db.Restarts).ShouldBe((300, 1));
    }

    [Fact]
    public void Without_a_request_there_is_no_time_per_request() =>
        ResourceRecorder.Record([Container], Mark([Container], 0), Mark([Container], 2), new Totals(0, 0, 2))[0].CpuMicrosPerRequest.ShouldBeNull();

    [Fact]
    public void The_twenty_statements_that_took_longest_are_kept()
    {
        var before = new StatementReading([]);
        var after = new StatementReading([.. Enumerable.Range(1, 22).Select(i => new StatementCount($"{i}", $"SELECT {i}", i, i * i))]);

        var statements = Record([Store], beginAt: 0, before, after)[0].Statements.ShouldNotBeNull();

        statements.Select(s => s.Text).ShouldBe([.. Enumerable.Range(3, 20).Reverse().Select(i => $"SELECT {i}")]);
        statements[0].ShouldBe(new StatementRecord("SELECT 22", 22, 484, 22));
    }

    [Fact]
    public void Why_there_are_no_statements_is_noted()
    {
        var none = new StatementReading(null, "It does not count them.");
        var db = Record([Store], beginAt: 0, none, none)[0];

        db.Statements.ShouldBeNull();
        db.Notes.ShouldBe(["It does not count them."]);
    }

    [Fact]
    public void A_record_with_all_of_it_survives_the_file_and_an_older_one_still_reads()
    {
        using var folder = new TempFolder();
        var file = folder.File("run.json");
        var statements = new StatementReading([new StatementCount("1", "SELECT 1", 2, 3)]);
        var full = Gate.Tests.Samples.Typical() with { Resources = Record([Container, Store], beginAt: 1, new StatementReading([]), statements) };

        RunRecordFile.Write(full, file);
        var read = RunRecordFile.Read(file).Resources[0];
        RunRecordFile.Write(full with { Resources = [read] }, folder.File("again.json"));
        File.ReadAllText(folder.File("again.json")).ShouldBe(File.ReadAllText(file));
        read.Metrics[2].Kind.ShouldBe(MetricKind.Gauge);

        var text = File.ReadAllText(file);
        var from = text.IndexOf("\"cpuLimit\"", StringComparison.Ordinal);
        var to = text.IndexOf("\"notes\": []", StringComparison.Ordinal) + "\"notes\": []".Length;
        File.WriteAllText(file, text[..from].TrimEnd().TrimEnd(',') + text[to..]);
        var old = RunRecordFile.Read(file).Resources[0];
        (old.CpuLimit, old.Metrics.Count, old.Statements, old.Notes.Count).ShouldBe((null, 0, null, 0));
    }

    [Fact]
    public void Without_its_series_only_the_figures_are_left()
    {
        var db = Record([Container, Store], beginAt: 1)[0].WithoutSeries();

        (db.Second.Count, db.CpuShare.Count, db.MemoryBytes.Count).ShouldBe((0, 0, 0));
        db.Metrics.ShouldAllBe(m => m.Values.Count == 0);
        db.Metrics[2].Figure.ShouldBe(7);
    }

    static IReadOnlyList<ResourceRecord> Record(
        ProbeSamples[] probes, int? beginAt, StatementReading? before = null, StatementReading? after = null) =>
        ResourceRecorder.Record(probes, beginAt is { } at ? Mark(probes, at, before) : null, Mark(probes, 2, after), Measured);

    static ProbeMark Mark(ProbeSamples[] probes, int at, StatementReading? statements = null) =>
        new("now", at, [.. probes.Select(p => p.Samples[at].Reading)], [.. probes.Select(_ => statements)]);

    static ProbeSamples Samples(string service, ProbeMetric[] metrics, params double?[][] rows) =>
        new(service, metrics, [.. rows.Select((row, second) => new ProbeSample(second, second, new ProbeReading(row)))]);
}
