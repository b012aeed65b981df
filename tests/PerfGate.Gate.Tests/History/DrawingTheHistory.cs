using PerfGate.Gate.History;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Tests.History;

public sealed class DrawingTheHistory
{
    [Fact]
    public void There_is_a_line_for_all_requests_and_one_for_each_endpoint_whose_time_is_judged()
    {
        var result = Sessions.Judged(Sessions.Noisy(9), Sessions.Run(9));
        result.History.Select(line => $"{line.Metric} of {line.Method} {line.Endpoint}").ShouldBe(
        [
            "p50 of  all requests", "p95 of  all requests", "requestsPerSecond of  all requests", "cpuPerRequest of  all requests",
            "p50 of POST /buy", "p95 of POST /buy", "p50 of GET /cart", "p95 of GET /cart",
        ]);
    }

    [Fact]
    public void Points_are_the_earlier_runs_in_order_and_this_one_last()
    {
        var (history, run) = (Sessions.Noisy(3), Sessions.Run(3, 1.1));
        var line = Line(Sessions.Judged(history, run));
        line.Points.ShouldBe([.. history.Append(run).Select(r => new HistoryPoint(r.RunId, r.Commit, r.StartedAt, r.Overall!.P50Micros))]);
    }

    [Fact]
    public void Without_an_earlier_run_there_is_no_line() => Sessions.Judged([], Sessions.Run(0)).History.ShouldBeEmpty();

    [Fact]
    public void A_run_without_the_metric_is_no_point_and_never_zero()
    {
        var history = Sessions.Noisy(5);
        history[2] = history[2] with { Endpoints = [] };
        var cart = Sessions.Judged(history, Sessions.Run(5)).History.First(line => line.Endpoint == "/cart");
        cart.Points.Select(p => p.RunId).ShouldBe([.. new[] { 0, 1, 3, 4, 5 }.Select(Sessions.Id)]);
        cart.Points.ShouldAllBe(p => p.Value > 0);
    }

    [Fact]
    public void Limits_are_drawn_from_eight_earlier_runs_on_and_are_those_that_flag()
    {
        var young = Line(Sessions.Judged(Sessions.Noisy(7), Sessions.Run(7)));
        (young.Lower, young.Upper).ShouldBe((null, null));
        var old = Line(Sessions.Judged(Sessions.Noisy(8), Sessions.Run(8)));
        var p50 = Samples.Typical().Overall!.P50Micros;
        Flags(old.Upper!.Value * 1.001).ShouldBeTrue();
        Flags(old.Upper.Value * 0.999).ShouldBeFalse();
        Flags(old.Lower!.Value * 0.999).ShouldBeTrue();

        bool Flags(double micros) => Sessions.Of(Sessions.Judged(Sessions.Noisy(8), Sessions.Run(8, micros / p50)).Comparisons, Metrics.P50).Flagged;
    }

    [Fact]
    public void Equal_runs_have_no_limits_to_draw_and_no_change()
    {
        var line = Line(Sessions.Judged([.. Enumerable.Range(0, 15).Select(place => Sessions.Run(place))], Sessions.Run(15)));
        (line.Lower, line.Upper, line.Changes.Count).ShouldBe((null, null, 0));
    }

    [Fact]
    public void Creep_that_no_single_run_shows_is_found_as_a_change_of_level()
    {
        var noise = Sessions.Noise(0.01, seed: 5);
        RunRecord Next(int place) => Sessions.Run(place, noise) is var run && place >= 16
            ? run with { Overall = run.Overall! with { P95Micros = (long)(run.Overall.P95Micros * 1.02) } }
            : run;
        List<RunRecord> runs = [];
        for (var place = 0; place < 32; place++)
        {
            var run = Next(place);
            if (place >= 8) Sessions.Of(Sessions.Judged(runs, run).Comparisons, Metrics.P95).Flagged.ShouldBeFalse($"run {place}");
            runs.Add(run);
        }

        var result = Sessions.Judged(runs, Next(32));
        var change = Line(result, Metrics.P95).Changes.ShouldHaveSingleItem();
        change.Index.ShouldBeInRange(14, 18);
        (change.After / change.Before - 1).ShouldBe(0.02, 0.008);
        change.P.ShouldBeLessThanOrEqualTo(0.001);
        result.Warnings.ShouldContain(w => w.StartsWith("p95 of all requests rose by ") && w.Contains($"between run {Sessions.Id(change.Index - 1)} (commit {change.Index - 1:0000000}) and run {Sessions.Id(change.Index)} "));
        Line(result, Metrics.P50).Changes.ShouldBeEmpty();
    }

    [Fact]
    public void Steady_runs_have_no_change() =>
        Sessions.Judged(Sessions.Noisy(40), Sessions.Run(40)).History.ShouldAllBe(line => line.Changes.Count == 0);

    [Fact]
    public void Nine_runs_are_too_few_to_look_for_a_change_and_ten_are_enough()
    {
        List<RunRecord> Step(int after) => [.. Sessions.Noisy(5, 0.001), .. Enumerable.Range(5, after).Select(place => Sessions.Run(place, () => 2 + place * 0.001))];
        Line(Sessions.Judged(Step(3), Sessions.Run(8, 2))).Changes.ShouldBeEmpty();
        // Ten values can be split in too few ways to be sure at 0.001; with a few more they can.
        Line(Sessions.Judged([.. Sessions.Noisy(8, 0.001), .. Step(7)[5..].Select((run, i) => run with { RunId = Sessions.Id(8 + i) })], Sessions.Run(15, 2))).Changes.Single().Index.ShouldBe(8);
    }

    [Fact]
    public void The_same_runs_always_give_the_same_changes()
    {
        var history = Stepped(20, 10, 1.1);
        var (once, again) = (Sessions.Judged(history, Sessions.Run(20, 1.1)), Sessions.Judged(history, Sessions.Run(20, 1.1)));
        once.History.SelectMany(line => line.Changes).ShouldBe(again.History.SelectMany(line => line.Changes));
        once.History.SelectMany(line => line.Changes).ShouldNotBeEmpty();
    }

    [Fact]
    public void The_change_is_told_with_the_runs_and_commits_on_either_side()
    {
        var change = new HistoryChange(1, 100, 112, 0.001);
        Told(Given(Metrics.P95, [change]) with { Endpoint = "/x", Method = "GET" }).Single()
            .ShouldBe("p95 of GET /x rose by 12 % between run 20270101-000000-0000 (commit abc1234) and run 20270101-000001-0000.");
        Told(Given(Metrics.RequestsPerSecond, [change with { After = 75 }])).Single()
            .ShouldBe("throughput of all requests fell by 25 % between run 20270101-000000-0000 (commit abc1234) and run 20270101-000001-0000.");
    }

    [Fact]
    public void Only_the_newest_change_of_a_line_is_told()
    {
        var line = Given(Metrics.P95, [new HistoryChange(1, 100, 200, 0.001), new HistoryChange(2, 200, 150, 0.001)]);
        Told(line).Single().ShouldStartWith("p95 of all requests fell by 25 % between run 20270101-000001-0000 and run");
    }

    [Fact]
    public void What_got_worse_comes_first_and_the_rest_is_counted()
    {
        HistoryLine Moved(string metric, double after) => Given(metric, [new HistoryChange(1, 100, after, 0.001)]);
        var told = LevelChanges.Told([Moved(Metrics.P50, 50), Moved(Metrics.P95, 110), Moved(Metrics.RequestsPerSecond, 70), Moved(Metrics.P99, 150), Moved(Metrics.CpuPerRequest, 90)]).ToList();
        told[0].ShouldStartWith("p99 of all requests rose by 50 %");
        told[1].ShouldStartWith("throughput of all requests fell by 30 %");
        told[2].ShouldStartWith("p95 of all requests rose by 10 %");
        told[3].ShouldBe("The level of 2 more metrics changed in the history.");
        told.Count.ShouldBe(4);
    }

    [Fact]
    public void A_change_of_spread_alone_and_one_of_long_ago_are_drawn_but_not_told()
    {
        Told(Given(Metrics.P50, [new HistoryChange(1, 100, 100.5, 0.001)])).ShouldBeEmpty();
        var old = Given(Metrics.P50, [new HistoryChange(10, 100, 150, 0.001)], points: 40);
        Told(old).ShouldBeEmpty();
        Told(old with { Points = [.. old.Points.Take(30)] }).ShouldHaveSingleItem();
    }

    static List<RunRecord> Stepped(int count, int at, double factor)
    {
        var noise = Sessions.Noise(0.01, seed: 3);
        return [.. Enumerable.Range(0, count).Select(place => Sessions.Run(place, () => noise() * (place < at ? 1 : factor)))];
    }

    static HistoryLine Given(string metric, HistoryChange[] changes, int points = 4) => new()
    {
        Endpoint = EndpointRecord.AllRequests,
        Metric = metric,
        Points = [.. Enumerable.Range(0, points).Select(place => new HistoryPoint(Sessions.Id(place), place == 0 ? "abc1234def" : null, Samples.Start, 100))],
        Changes = changes,
    };

    static IEnumerable<string> Told(HistoryLine line) => LevelChanges.Told([line]);

    static HistoryLine Line(GateResult result, string metric = Metrics.P50) => result.History.Single(line => line.Endpoint == EndpointRecord.AllRequests && line.Metric == metric);
}
