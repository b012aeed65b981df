using System.Globalization;
using PerfGate.Gate.Records;
using PerfGate.Reporting.Csv;
using PerfGate.Reporting.Tests.Samples;
using PerfGate.Statistics;

namespace PerfGate.Reporting.Tests.Csv;

public sealed class WritingCsv
{
    [Fact]
    public void Stats_have_the_columns_of_Locust_and_after_them_what_connecting_took() =>
        StatsCsv.Of(SampleReport.Passed().Run).Split('\n')[0].ShouldBe(
            "Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,Min Response Time,Max Response Time," +
            "Average Content Size,Requests/s,Failures/s,50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,100%," +
            "Connections Opened,Connecting 50%,Connecting 95%");

    [Fact]
    public void Connecting_is_told_in_milliseconds_and_not_available_where_no_connection_was_opened()
    {
        var run = SampleReport.Passed().Run;
        var connect = new HdrHistogram();
        connect.Record(2_000, 9);
        connect.Record(50_000);
        var page = new CsvPage(StatsCsv.Of(run with { Endpoints = [run.Endpoints[0] with { ConnectTime = connect }, run.Endpoints[1] with { ConnectTime = null }] }));
        Cells(run.Endpoints[0]).ShouldBe(["10", "2", "50"]);
        Cells(run.Endpoints[1]).ShouldBe(["N/A", "N/A", "N/A"]);

        IEnumerable<string> Cells(EndpointRecord endpoint)
        {
            var row = page.Rows.Single(r => r[0] == endpoint.Method && r[1] == endpoint.Name);
            return [page.Cell(row, "Connections Opened"), page.Cell(row, "Connecting 50%"), page.Cell(row, "Connecting 95%")];
        }
    }

    [Fact]
    public void The_history_has_the_columns_of_Locust() =>
        StatsHistoryCsv.Of(SampleReport.Passed().Run).Split('\n')[0].ShouldBe(
            "Timestamp,User Count,Type,Name,Requests/s,Failures/s,50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,100%," +
            "Total Request Count,Total Failure Count,Total Median Response Time,Total Average Response Time,Total Min Response Time," +
            "Total Max Response Time,Total Average Content Size");

    [Fact]
    public void Failures_and_exceptions_begin_with_the_columns_of_Locust()
    {
        FailuresCsv.Of(SampleReport.Passed().Run).ShouldStartWith("Method,Name,Error,Occurrences,");
        ExceptionsCsv.Of(SampleReport.Passed().Run).ShouldStartWith("Count,Message,Traceback,Nodes\n");
    }

    [Fact]
    public void Stats_hold_every_endpoint_in_milliseconds_and_end_with_all_together()
    {
        var run = SampleReport.Passed().Run;
        var page = new CsvPage(StatsCsv.Of(run));
        page.Rows.Count.ShouldBe(run.Endpoints.Count + 1);
        page.Cell(page.Rows[^1], "Name").ShouldBe("Aggregated");
        page.Cell(page.Rows[^1], "Type").ShouldBeEmpty();
        page.Cell(page.Rows[^1], "Request Count").ShouldBe(run.Totals.Requests.ToString(CultureInfo.InvariantCulture));
        foreach (var endpoint in run.Endpoints)
        {
            var row = page.Rows.Single(r => r[0] == endpoint.Method && r[1] == endpoint.Name);
            Number(page.Cell(row, "95%")).ShouldBe(endpoint.P95Micros / 1000.0);
            Number(page.Cell(row, "100%")).ShouldBe(endpoint.MaxMicros / 1000.0);
            Number(page.Cell(row, "Average Content Size")).ShouldBe(240);
            Number(page.Cell(row, "Failure Count")).ShouldBe(endpoint.Failures);
        }
    }

    [Fact]
    public void The_history_has_a_row_a_second_for_each_endpoint_and_adds_up()
    {
        var run = SampleReport.Passed().Run;
        var page = new CsvPage(StatsHistoryCsv.Of(run));
        page.Rows.Count.ShouldBe(60 * (run.Series.Endpoints.Count + 1));
        var all = page.Rows.Where(r => page.Cell(r, "Name") == "Aggregated").ToList();
        Number(page.Cell(all[1], "Timestamp")).ShouldBe(run.StartedAt.ToUnixTimeSeconds() + 1);
        Number(page.Cell(all[^1], "Total Request Count")).ShouldBe(run.Totals.Requests + run.WarmUp.Requests);
        all.Sum(r => Number(page.Cell(r, "Requests/s"))).ShouldBe(run.Totals.Requests + run.WarmUp.Requests);
    }

    [Fact]
    public void What_was_not_measured_is_not_available_and_never_zero()
    {
        var silent = SampleReport.Invalid().Run;
        var stats = new CsvPage(StatsCsv.Of(silent));
        stats.Rows.Single().Skip(4).ShouldAllBe(cell => cell == "N/A");
        var history = new CsvPage(StatsHistoryCsv.Of(silent));
        history.Rows.ShouldAllBe(r => history.Cell(r, "50%") == "N/A" && history.Cell(r, "95%") == "N/A");
    }

    [Fact]
    public void A_stack_keeps_its_lines()
    {
        var page = new CsvPage(ExceptionsCsv.Of(SampleReport.Passed().Run));
        page.Rows.Single()[2].ShouldContain("ReThrowWithPath(ReadStack& state, JsonReaderException ex)\n   at Zenzefi.Users");
    }

    [Fact]
    public void No_name_is_a_formula_or_breaks_a_row()
    {
        foreach (var name in Hostility.Names(100))
        {
            var run = SampleReport.Hostile(name).Run;
            foreach (var text in new[] { StatsCsv.Of(run), StatsHistoryCsv.Of(run), FailuresCsv.Of(run), ExceptionsCsv.Of(run) })
            {
                var page = new CsvPage(text);
                page.Rows.All(r => r.Count == page.Header.Count).ShouldBeTrue(name);
                page.Rows.SelectMany(r => r).Where(c => !double.TryParse(c, CultureInfo.InvariantCulture, out _))
                    .Any(c => c.Length > 0 && "=+-@\t\r".Contains(c[0])).ShouldBeFalse(name);
            }
        }
    }

    static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
