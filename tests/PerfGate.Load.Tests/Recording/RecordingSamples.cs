using PerfGate.Load.Profiles;
using PerfGate.Load.Recording;

namespace PerfGate.Load.Tests.Recording;

public sealed class RecordingSamples : IDisposable
{
    static readonly Profile Profile = new ProfileBuilder().WarmUp(to: 1, over: 10.Seconds()).Hold(10.Seconds()).Build("two");

    readonly ManualTime time = new();
    readonly Recorder recorder;

    public RecordingSamples() =>
        recorder = new Recorder(new LoadClock(time), new StageMap(Profile), new SlowBook(2.Seconds(), new Random(1)));

    public void Dispose() => recorder.Dispose();

    [Fact]
    public void A_request_belongs_to_the_stage_in_which_it_was_asked_for()
    {
        var endpoint = recorder.Endpoints.IdOf("GET", "/");
        recorder.Record(endpoint, asked: 9_999_999, sent: 9_999_999, completed: 12_000_000, status: 200, bytes: 5, failure: null);
        recorder.Record(endpoint, asked: 10_000_000, sent: 10_000_100, completed: 10_001_000, status: 500, bytes: 7, failure: "status 500");

        var warmUp = recorder.Collect(1, c => c.Endpoints(0)).ShouldHaveSingleItem();
        var measured = recorder.Collect(1, c => c.Endpoints(1)).ShouldHaveSingleItem();
        (warmUp.Requests, warmUp.Failures, warmUp.BytesReceived).ShouldBe((1, 0, 5));
        (measured.Requests, measured.Failures, measured.BytesReceived).ShouldBe((1, 1, 7));
        measured.ResponseTime.MaxMicros.ShouldBe(1000);
        measured.ServiceTime.MaxMicros.ShouldBe(900);
    }

    [Fact]
    public void How_late_a_task_began_belongs_to_the_stage_in_which_it_was_due()
    {
        time.Advance(10.Seconds() + 300.Milliseconds());
        recorder.RecordLag(due: 9_900_000);
        recorder.RecordLag(due: 10_250_000);
        recorder.RecordLag(due: 10_400_000);

        recorder.Collect(1, c => (c.LagOf(0)!.Count, c.LagOf(0)!.MaxMicros)).ShouldBe((1, 400_000));
        recorder.Collect(1, c => (c.LagOf(1)!.Count, c.LagOf(1)!.MinMicros, c.LagOf(1)!.MaxMicros)).ShouldBe((2, 0, 50_000), "what is early is not late");
        recorder.Collect(1, c => c.Lag.Count).ShouldBe(3);
    }

    [Fact]
    public void A_stage_in_which_nothing_was_due_knows_nothing_of_being_late() => recorder.Collect(1, c => c.LagOf(1)).ShouldBeNull();

    [Fact]
    public void Connect_times_are_those_of_the_requests_that_had_to_connect()
    {
        var (first, second) = (recorder.Endpoints.IdOf("GET", "/1"), recorder.Endpoints.IdOf("GET", "/2"));
        recorder.Record(first, 0, 0, 1000, 200, 0, null, connect: 300);
        recorder.Record(first, 0, 0, 1000, 200, 0, null, connect: 0);
        foreach (var endpoint in new[] { first, second }) recorder.Record(endpoint, 0, 0, 1000, 200, 0, null);

        var results = recorder.Collect(1, c => c.Endpoints(0));
        results[0].ConnectTime.ShouldNotBeNull().ShouldSatisfyAllConditions(c => c.Count.ShouldBe(2), c => c.MaxMicros.ShouldBe(300));
        results[1].ConnectTime.ShouldBeNull();
    }

    [Fact]
    public void Failures_are_grouped_by_endpoint_and_reason_and_those_of_the_warm_up_counted_apart()
    {
        var (read, write) = (recorder.Endpoints.IdOf("GET", "/"), recorder.Endpoints.IdOf("POST", "/"));
        foreach (var asked in new[] { 1_000_000, 11_000_000, 12_000_000 }) recorder.Record(read, asked, asked, asked + 1000, 500, 0, "status 500");
        recorder.Record(read, 13_000_000, 13_000_000, 13_000_500, 0, 0, "connection refused");
        recorder.Record(write, 13_000_000, 13_000_000, 13_000_600, 500, 0, "status 500");

        var groups = recorder.Collect(1, c => c.Failures());
        groups.Select(g => (g.Method, g.Endpoint, g.Reason, g.Count, g.WarmUpCount)).ShouldBe([
            ("GET", "/", "status 500", 2, 1), ("GET", "/", "connection refused", 1, 0), ("POST", "/", "status 500", 1, 0)]);
        groups[0].First.ShouldBe(TimeSpan.FromMicroseconds(1_001_000));
        groups[0].Last.ShouldBe(TimeSpan.FromMicroseconds(12_001_000));
    }

    [Fact]
    public async Task Nothing_is_lost_however_many_threads_record_more_than_their_rings_hold()
    {
        const int threads = 8, each = SampleRing.Capacity * 5 + 17;
        var endpoint = recorder.Endpoints.IdOf("GET", "/");
        var writers = Enumerable.Range(0, threads).Select(_ => Task.Factory.StartNew(() =>
        {
            for (var i = 0; i < each; i++) recorder.Record(endpoint, 0, 0, i % 1000, 200, 1, i % 10 == 0 ? "tenth" : null);
        }, TaskCreationOptions.LongRunning)).ToList();
        while (!Task.WhenAll(writers).IsCompleted)
        {
            recorder.Collect(1, c => c.Requests);
            await Task.Yield();
        }

        await Task.WhenAll(writers);
        recorder.Collect(1, c => (c.Requests, c.FailureCount)).ShouldBe((threads * each, threads * ((each + 9) / 10)));
        recorder.Collect(1, c => c.Endpoints(0)).Single().BytesReceived.ShouldBe(threads * each);
    }

    [Fact]
    public void Recording_a_request_allocates_nothing()
    {
        var endpoint = recorder.Endpoints.IdOf("GET", "/");
        void RecordSome()
        {
            for (var i = 0; i < 1000; i++) recorder.Record(endpoint, 0, 0, i, 200, 1, i % 2 == 0 ? "known" : null);
        }

        RecordSome();
        var before = GC.GetAllocatedBytesForCurrentThread();
        RecordSome();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Each_stage_counts_its_requests_by_status_the_smallest_first()
    {
        var endpoint = recorder.Endpoints.IdOf("GET", "/");
        foreach (var status in new[] { 503, 200, 0, 200, 999, 200 }) recorder.Record(endpoint, 11_000_000, 0, 11_000_100, status, 0, null);
        recorder.Record(endpoint, 0, 0, 100, 404, 0, null);

        recorder.Collect(1, c => c.Endpoints(1)).Single().Statuses
            .ShouldBe([new(0, 1), new(200, 3), new(503, 1), new(999, 1)]);
        recorder.Collect(1, c => c.Endpoints(0)).Single().Statuses.ShouldBe([new(404, 1)]);
    }

    [Fact]
    public void Taking_a_sample_of_a_known_status_allocates_nothing()
    {
        var tally = new EndpointTally();
        void TakeSome()
        {
            for (var i = 0; i < 1000; i++) tally.Take(new Sample(0, 0, Sample.Success, (short)(200 + i % 5), i, i, i, 1));
        }

        TakeSome();
        var before = GC.GetAllocatedBytesForCurrentThread();
        TakeSome();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Schedule_lag_has_a_histogram_of_its_own()
    {
        time.Advance(TimeSpan.FromMicroseconds(300));
        recorder.RecordLag(due: 0);
        recorder.Collect(1, c => (c.Lag.Count, c.Lag.MaxMicros, c.Requests)).ShouldBe((1, 300, 0));
    }

    [Fact]
    public void What_comes_after_the_end_is_not_taken()
    {
        recorder.Close();
        recorder.Record(recorder.Endpoints.IdOf("GET", "/"), 0, 0, 10, 200, 0, null);
        recorder.Collect(1, c => c.Requests).ShouldBe(0);
    }

    [Fact]
    public void Beyond_a_thousand_endpoint_names_the_others_are_counted_together_and_some_are_named()
    {
        for (var i = 0; i < EndpointTable.Limit + 20; i++) recorder.Record(recorder.Endpoints.IdOf("GET", $"/item/{i}"), 0, 0, 1, 200, 0, null);

        var endpoints = recorder.Collect(1, c => c.Endpoints(0));
        endpoints.Count.ShouldBe(EndpointTable.Limit + 1);
        endpoints.Sum(e => e.Requests).ShouldBe(EndpointTable.Limit + 20);
        endpoints.Single(e => e.Name == "(other endpoints)").Requests.ShouldBe(20);
        recorder.Endpoints.Overflow.Select(k => k.Name).ShouldBe(["/item/1000", "/item/1001", "/item/1002"]);
    }

    [Fact]
    public void Within_a_thousand_names_there_is_no_warning()
    {
        for (var i = 0; i < EndpointTable.Limit; i++) recorder.Endpoints.IdOf("GET", $"/item/{i}").ShouldBe(i);
        recorder.Endpoints.Overflow.ShouldBeEmpty();
    }

    [Fact]
    public void Beyond_two_hundred_reasons_of_failure_the_others_are_counted_together()
    {
        var endpoint = recorder.Endpoints.IdOf("GET", "/");
        for (var i = 0; i < 250; i++) recorder.Record(endpoint, 0, 0, 1, 200, 0, $"order {i} is wrong");
        var groups = recorder.Collect(1, c => c.Failures());
        groups.Count.ShouldBe(201);
        groups[0].ShouldSatisfyAllConditions(g => g.Reason.ShouldBe("(other reasons)"), g => g.WarmUpCount.ShouldBe(50));
    }
}
