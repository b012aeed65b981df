using PerfGate.Environments.Probes;
using PerfGate.Gate.Records;
using PerfGate.Reporting.Views;

namespace PerfGate.Reporting.Tests.Views;

public sealed class ChartingResources
{
    static readonly ResourceRecord Api = new("api", 3, 500, 300 << 20, [0, 1, 2], [null, 0.5, 0.7], [200 << 20, null, 300 << 20]);

    [Fact]
    public void Cpu_time_and_memory_come_first_each_with_its_limit()
    {
        var charts = ResourceChart.Of(Api with { CpuLimit = 1.5, MemoryLimitBytes = 512 << 20 });

        charts.Select(c => (c.Title, c.Limit)).ShouldBe([("CPU, processors busy", 1.5), ("Memory", 512 << 20)]);
        charts[1].Unit.Symbol.ShouldBe("MiB");
        charts[1].Lines[0].Values.ShouldBe([200 << 20, null, 300 << 20]);
    }

    [Fact]
    public void What_could_not_be_read_at_all_has_no_chart()
    {
        ResourceChart.Of(Api with { CpuShare = [null, null, null] }).Select(c => c.Title).ShouldBe(["Memory"]);
        ResourceChart.Of(With(Metric("Periods throttled", "throttled", MetricKind.Share, null, null, null))).Count.ShouldBe(2);
    }

    [Fact]
    public void Metrics_of_one_chart_share_it_and_its_limit()
    {
        var charts = ResourceChart.Of(With(
            Metric("Connections", "active", MetricKind.Gauge, 1, 2, 3) with { Limit = 100 }, Metric("Connections", "idle", MetricKind.Gauge, 4, null, 5) with { Limit = 100 }));

        charts.Count.ShouldBe(3);
        (charts[2].Title, charts[2].Limit).ShouldBe(("Connections", 100));
        charts[2].Lines.Select(l => (l.Name, l.Style)).ShouldBe([("active", "line1"), ("idle", "line2")]);
    }

    [Fact]
    public void A_rate_is_per_second() =>
        ResourceChart.Of(With(Metric("Keys evicted", "evicted", MetricKind.Rate, null, 0, 4)))[2].Title.ShouldBe("Keys evicted per second");

    [Fact]
    public void What_never_left_zero_is_no_line_but_a_share_of_zero_is_news()
    {
        ResourceChart.Of(With(Metric("Keys evicted", "evicted", MetricKind.Rate, null, 0, 0))).Count.ShouldBe(2);
        ResourceChart.Of(With(Metric("Clients", "connected", MetricKind.Gauge, 3, 3, 3), Metric("Clients", "blocked", MetricKind.Gauge, 0, 0, 0)))[2]
            .Lines.Select(l => l.Name).ShouldBe(["connected"]);
        ResourceChart.Of(With(Metric("Key lookups that hit", "hits", MetricKind.Share, null, 0, 0))).Count.ShouldBe(3);
    }

    [Fact]
    public void Events_are_figures_and_no_chart() =>
        ResourceChart.Of(With(Metric("Restarts", "restarts", MetricKind.Event, null, 0, 1))).Count.ShouldBe(2);

    [Fact]
    public void Each_unit_is_written_as_people_read_it()
    {
        Tick(Metric("Longest transaction", "open for", MetricKind.Gauge, 0, 0.02, 0.04, MetricUnit.Seconds)).ShouldBe("40 ms");
        Tick(Metric("Key lookups that hit", "hits", MetricKind.Share, null, 0.5, 0.95)).ShouldBe("95 %");
        Tick(Metric("Redis memory", "used", MetricKind.Gauge, 0, 1, 3 << 20, MetricUnit.Bytes)).ShouldBe("3 MiB");
        Tick(Metric("Connections", "active", MetricKind.Gauge, 0, 1, 24)).ShouldBe("24");

        static string Tick(MetricRecord metric) => ResourceChart.Of(With(metric))[2] is var chart ? chart.Unit.Value(chart.Lines[0].Values[^1]) : "";
    }

    [Theory]
    [InlineData(MetricKind.Gauge, MetricUnit.Count, 24.0, 100.0, "24 of 100")]
    [InlineData(MetricKind.Gauge, MetricUnit.Count, 24.0, null, "24")]
    [InlineData(MetricKind.Gauge, MetricUnit.Bytes, 3145728.0, 67108864.0, "3 MiB of 64 MiB")]
    [InlineData(MetricKind.Gauge, MetricUnit.Seconds, 0.25, null, "250 ms")]
    [InlineData(MetricKind.Gauge, MetricUnit.Seconds, 0.0, null, "none")]
    [InlineData(MetricKind.Rate, MetricUnit.Count, 1204.0, null, "1,204")]
    [InlineData(MetricKind.Share, MetricUnit.Count, 0.9987, null, "99.9 %")]
    [InlineData(MetricKind.Share, MetricUnit.Count, null, null, "–")]
    public void Figures_are_said_with_unit_and_limit(MetricKind kind, MetricUnit unit, double? figure, double? limit, string said) =>
        MetricWords.Figure(new MetricRecord("Chart", "name", unit, kind, limit, figure, [])).ShouldBe(said);

    static ResourceRecord With(params MetricRecord[] metrics) => Api with { Metrics = metrics };

    static MetricRecord Metric(string chart, string name, MetricKind kind, double? a, double? b, double? c, MetricUnit unit = MetricUnit.Count) =>
        new(chart, name, unit, kind, null, null, [a, b, c]);
}
