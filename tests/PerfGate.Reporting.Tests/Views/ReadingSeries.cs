using PerfGate.Gate.Records;
using PerfGate.Reporting.Tests.Samples;
using PerfGate.Reporting.Views;

namespace PerfGate.Reporting.Tests.Views;

public sealed class ReadingSeries
{
    [Fact]
    public void Seconds_of_warm_up_are_not_measured()
    {
        var run = new SampleRun { Seconds = 20, WarmUpSeconds = 5 }.Build();
        RunSeries.Measured(run, run.Series.All, Metrics.P95).Count.ShouldBe(15);
    }

    [Fact]
    public void A_second_that_the_run_did_not_fill_is_a_gap_and_no_drop_of_the_rate()
    {
        var run = new SampleRun { Seconds = 20 }.Build() with { DurationSeconds = 19.4 };
        var rate = RunSeries.Measured(run, run.Series.All, Metrics.RequestsPerSecond);
        rate[^1].ShouldBeNull();
        rate[^2].ShouldBe(run.Series.All.Requests[18]);
    }

    [Fact]
    public void A_run_that_ends_a_hair_early_keeps_its_last_second()
    {
        var run = new SampleRun { Seconds = 20 }.Build() with { DurationSeconds = 19.97 };
        RunSeries.Measured(run, run.Series.All, Metrics.RequestsPerSecond)[^1].ShouldNotBeNull();
    }

    [Fact]
    public void A_point_that_stands_for_three_seconds_is_a_third_of_its_count_per_second()
    {
        var run = new SampleRun { Seconds = 20 }.Build();
        run = run with { DurationSeconds = 60, Series = run.Series with { Second = [.. run.Series.Second.Select(s => 3 * s)], SecondsPerPoint = 3 } };
        RunSeries.PerSecond(run, run.Series.All.Requests)[5].ShouldBe(run.Series.All.Requests[5] / 3.0);
    }

    [Fact]
    public void A_second_without_requests_has_no_error_rate()
    {
        var run = new SampleRun { Seconds = 20, Silent = [10] }.Build();
        RunSeries.Column(run.Series.All, Metrics.ErrorRate)[10].ShouldBeNull();
        RunSeries.Column(run.Series.All, Metrics.ErrorRate)[11].ShouldBe(0);
    }
}
