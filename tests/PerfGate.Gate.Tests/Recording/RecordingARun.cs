using PerfGate.Gate.Recording;
using PerfGate.Gate.Records;
using PerfGate.Load.Results;
using PerfGate.Statistics;

namespace PerfGate.Gate.Tests.Recording;

public sealed class RecordingARun
{
    static readonly EndpointResult Fast = Samples.Endpoint("/cart", 900, 5_000, failures: 3, seed: 2);
    static readonly EndpointResult Slow = Samples.Endpoint("/cart", 100, 80_000, failures: 4, seed: 3);

    static readonly RunRecord TwoStages = RunRecorder.Record(
        Samples.Load(Fast) with
        {
            Stages =
            [
                .. Samples.Load(Fast).Stages,
                new StageResult("hold 20", false, TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(10), 20, [Slow, Samples.Endpoint("/buy", 10, 900, method: "POST")]),
            ],
        },
        Samples.Identity());

    [Fact]
    public void Percentiles_of_an_endpoint_come_from_the_merged_stages()
    {
        var merged = new HdrHistogram();
        merged.Add(Fast.ResponseTime);
        merged.Add(Slow.ResponseTime);

        var cart = TwoStages.Endpoints.Single(e => e.Name == "/cart");
        (cart.Requests, cart.Failures, cart.BytesReceived).ShouldBe((1_000, 7, 120_000));
        (cart.P50Micros, cart.P95Micros, cart.P99Micros).ShouldBe((merged.QuantileMicros(0.5), merged.QuantileMicros(0.95), merged.QuantileMicros(0.99)));
        (cart.MinMicros, cart.MaxMicros, cart.MeanMicros).ShouldBe((merged.MinMicros, merged.MaxMicros, merged.MeanMicros));
        cart.P95Micros.ShouldNotBe((Fast.ResponseTime.QuantileMicros(0.95) + Slow.ResponseTime.QuantileMicros(0.95)) / 2);
    }

    [Fact]
    public void Warm_up_is_counted_apart_and_in_no_percentile()
    {
        (TwoStages.WarmUp.Requests, TwoStages.WarmUp.Failures, TwoStages.WarmUp.Seconds).ShouldBe((50, 2, 5));
        (TwoStages.Totals.Requests, TwoStages.Totals.Failures, TwoStages.Totals.Seconds).ShouldBe((1_010, 7, 30));
        TwoStages.Endpoints.Sum(e => e.ResponseTime.Count).ShouldBe(1_010);
    }

    [Fact]
    public void Rates_are_over_the_measured_time()
    {
        TwoStages.Totals.RequestsPerSecond.ShouldBe(1_010 / 30.0);
        TwoStages.Endpoints.Single(e => e.Name == "/cart").RequestsPerSecond.ShouldBe(1_000 / 30.0);
        TwoStages.Stages[1].Endpoints.Single().RequestsPerSecond.ShouldBe(900 / 20.0);
    }

    [Fact]
    public void All_requests_together_are_the_merged_endpoints()
    {
        var overall = TwoStages.Overall.ShouldNotBeNull();
        (overall.Name, overall.Method, overall.Requests, overall.Failures).ShouldBe((EndpointRecord.AllRequests, "", 1_010, 7));
        overall.ResponseTime.Count.ShouldBe(1_010);
        overall.MaxMicros.ShouldBe(Slow.ResponseTime.MaxMicros);
    }

    [Fact]
    public void Every_stage_keeps_its_own_distributions()
    {
        TwoStages.Stages.Select(s => (s.Name, s.WarmUp)).ShouldBe([("warm-up", true), ("hold 10", false), ("hold 20", false)]);
        TwoStages.Stages[2].Endpoints.Single(e => e.Name == "/cart").ResponseTime.Buckets().ShouldBe(Slow.ResponseTime.Buckets());
    }

    [Fact]
    public void One_name_with_two_methods_is_two_endpoints_in_order_of_name_and_method()
    {
        var run = Samples.Run(Samples.Endpoint("/b", 5, 900, method: "POST"), Samples.Endpoint("/b", 5, 900), Samples.Endpoint("/a", 5, 900));
        run.Endpoints.Select(e => $"{e.Method} {e.Name}").ShouldBe(["GET /a", "GET /b", "POST /b"]);
    }

    [Fact]
    public void The_series_has_columns_of_equal_length_and_no_percentile_where_nothing_completed()
    {
        var series = Samples.Typical().Series;
        series.Second.ShouldBe([0, 1, 2]);
        series.Users.ShouldBe([4, 10, 10]);
        series.All.P95Micros.ShouldBe([1000, null, 810]);
        series.Endpoints.Select(e => (e.Method, e.Name)).ShouldBe([("POST", "/buy"), ("GET", "/cart")]);
        series.Endpoints[0].Columns.Requests.ShouldBe([0, 0, 2]);
        series.Endpoints[0].Columns.P50Micros.ShouldBe([null, null, 800]);
        series.Endpoints[1].Columns.Failures.ShouldBe([1, 0, 0]);
    }

    [Fact]
    public void A_run_of_warm_up_alone_has_no_overall_and_no_rate_of_zero_seconds()
    {
        var load = Samples.Load();
        var run = RunRecorder.Record(load with { Stages = [load.Stages[0]] }, Samples.Identity());
        run.Overall.ShouldBeNull();
        run.Endpoints.ShouldBeEmpty();
        run.Totals.ShouldBe(new Totals(0, 0, 0));
        run.Totals.RequestsPerSecond.ShouldBeNull();
        run.Totals.ErrorRate.ShouldBeNull();
    }

    [Fact]
    public void An_endpoint_that_was_entered_but_never_answered_leaves_no_record() =>
        Samples.Run(new EndpointResult("/none", "GET", 0, 0, 0, new HdrHistogram(), new HdrHistogram())).Endpoints.ShouldBeEmpty();

    [Fact]
    public void The_end_says_whether_the_run_can_be_judged()
    {
        var load = Samples.Load(Fast);
        RunRecorder.Record(load, Samples.Identity()).End.ShouldBe("completed");
        RunRecorder.Record(load with { End = LoadEnd.Cancelled }, Samples.Identity()).End.ShouldBe("cancelled");
        var stopped = RunRecorder.Record(load with { End = LoadEnd.Stopped, StopReason = "too slow" }, Samples.Identity());
        (stopped.End, stopped.Warnings[0]).ShouldBe(("stopped", "Load was stopped early: too slow."));
        var died = RunRecorder.Record(load with { End = LoadEnd.Cancelled }, Samples.Identity(), "'api' exited with code 139");
        (died.End, died.SystemDeath).ShouldBe(("system-died", "'api' exited with code 139"));
    }

    [Fact]
    public void What_the_engine_and_the_caller_know_is_all_there()
    {
        var run = Samples.Typical();
        (run.Suite, run.Profile, run.Environment, run.Engine, run.Seed).ShouldBe(("Shop", "quick", "embedded", "perfgate/httpclient", 42));
        (run.StartedAt, run.DurationSeconds).ShouldBe((Samples.Start, 25.25));
        run.Fingerprint.ShouldBe(Samples.Identity().Fingerprint.Hash);
        run.Machine["CPU"].ShouldBe("AMD EPYC 7763");
        run.Users.Single().Tasks["ReadCart"].ShouldBe(40);
        run.Failures.Single().ShouldBe(new FailureRecord("/cart", "GET", "expected 200, got 503", 0, 2, 1, 2));
        run.Exceptions.Single().ShouldBe(new ExceptionRecord("ShopUser.Buy", "System.InvalidOperationException", "no stock", "at ShopUser.Buy()", 3, 3, 4));
        run.Generator.ShouldBe(new GeneratorRecord(0.21, 120, 900, 4_000, 0, 12, 3, 2_048));
        run.Warnings.ShouldBe(["12 requests were cut off at the end."]);
    }
}
