using PerfGate.Load.Recording;
using PerfGate.Load.Results;

namespace PerfGate.Load.Tests.Recording;

public sealed class Series
{
    readonly EndpointTable endpoints = new();
    readonly SeriesBook book;

    public Series() => book = new SeriesBook(endpoints, secondsPerEntry: 1);

    [Fact]
    public void A_request_belongs_to_the_second_in_which_it_completed()
    {
        Complete("/a", at: 0.2, took: 100);
        Complete("/b", at: 0.9, took: 300, failed: true);
        Complete("/a", at: 1.0, took: 200);

        var series = book.Finish(1_500_000, users: 0);
        series.Select(s => (s.Second, s.Seconds, s.All.Requests, s.All.Failures)).ShouldBe([(0, 1, 2, 1), (1, 1, 1, 0)]);
        series[0].Endpoints.Select(e => (e.Name, e.Statistics.Requests, e.Statistics.Failures)).ShouldBe([("/a", 1, 0), ("/b", 1, 1)]);
        series[0].All.P99Micros.ShouldBe(300);
        series[1].Endpoints.ShouldHaveSingleItem().Name.ShouldBe("/a");
    }

    [Fact]
    public void A_second_without_requests_is_there_and_has_no_percentiles()
    {
        Complete("/a", at: 2.5, took: 100);
        var series = book.Finish(3_000_000, users: 0);
        series.Count.ShouldBe(3);
        series[0].All.ShouldBe(new SecondStatistics(0, 0, null, null, null));
        series[0].Endpoints.ShouldBeEmpty();
    }

    [Fact]
    public void Bytes_are_counted_for_each_endpoint_and_for_all()
    {
        for (var i = 0; i < 3; i++) Complete("/a", at: 0.5, took: 100);
        Complete("/b", at: 0.6, took: 100, failed: true);
        Complete("/a", at: 1.5, took: 100);

        var series = book.Finish(3_000_000, users: 0);
        series.Select(s => s.All.Bytes).ShouldBe([40, 10, 0]);
        series.Select(s => s.Endpoints.Select(e => (e.Name, e.Statistics.Bytes)).ToArray()).ShouldBe([[("/a", 30), ("/b", 10)], [("/a", 10)], []]);
    }

    [Fact]
    public void Users_are_those_at_the_end_of_the_second()
    {
        book.CompleteUntil(1_000_500, users: 5);
        book.CompleteUntil(2_000_500, users: 9);
        book.CompleteUntil(2_900_000, users: 7);
        book.Finish(2_950_000, users: 0).Select(s => s.Users).ShouldBe([5, 9, 0]);
    }

    [Fact]
    public void A_reply_settled_long_after_it_arrived_still_counts_in_its_second()
    {
        Complete("/a", at: 0.5, took: 100);
        book.CompleteUntil(10_000_000, users: 1);
        Complete("/a", at: 0.6, took: 900_000, failed: true);
        Complete("/late", at: 0.6, took: 100);

        var first = book.Finish(10_000_000, users: 0)[0];
        first.All.ShouldBe(new SecondStatistics(3, 1, 100, 100, 100) { Bytes = 30 });
        first.Endpoints.Select(e => e.Statistics.Bytes).ShouldBe([20, 10]);
        first.Endpoints.Select(e => (e.Name, e.Statistics.Requests, e.Statistics.Failures)).ShouldBe([("/a", 2, 1), ("/late", 1, 0)]);
    }

    [Fact]
    public void Seconds_do_not_leak_into_later_ones_that_use_their_memory_again()
    {
        for (var second = 0; second < 20; second++)
        {
            Complete($"/{second % 2}", at: second + 0.5, took: 100 * (second + 1));
            book.CompleteUntil((second + 1) * 1_000_000L, users: 1);
        }

        var series = book.Finish(20_000_000, users: 1);
        series.Count.ShouldBe(20);
        series.ShouldAllBe(s => s.Endpoints.Count == 1 && s.Endpoints[0].Name == $"/{s.Second % 2}");
        series.ShouldAllBe(s => s.All.Requests == 1 && s.All.Bytes == 10 && s.All.P50Micros == 100 * (s.Second + 1));
    }

    [Fact]
    public void In_a_long_run_an_entry_covers_several_seconds()
    {
        var wide = new SeriesBook(endpoints, secondsPerEntry: 4);
        for (var second = 0; second < 10; second++) wide.Take(SampleAt("/a", second + 0.5, 100, failed: false));
        wide.Finish(10_000_000, users: 1).Select(s => (s.Second, s.Seconds, s.All.Requests)).ShouldBe([(0, 4, 4), (4, 4, 4), (8, 4, 2)]);
    }

    [Fact]
    public void The_last_second_that_people_watch_is_the_last_whole_one()
    {
        var last = new LastSecond();
        last.At(900_000).Requests.ShouldBe(0);
        foreach (var at in new[] { 0.5, 1.1, 1.2, 2.3 }) last.Take(SampleAt("/a", at, 100, failed: false));
        last.At(1_000_000).Requests.ShouldBe(1);
        last.At(2_999_999).Requests.ShouldBe(2);
        last.At(3_000_000).Requests.ShouldBe(1);
        last.At(4_000_000).ShouldBe(new SecondStatistics(0, 0, null, null, null));
    }

    void Complete(string name, double at, long took, bool failed = false) => book.Take(SampleAt(name, at, took, failed));

    Sample SampleAt(string name, double at, long took, bool failed) =>
        new(endpoints.IdOf("GET", name), 0, failed ? 0 : Sample.Success, 200, (long)(at * 1_000_000), took, took, Bytes: 10);
}
