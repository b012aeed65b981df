using PerfGate.Load.Recording;
using PerfGate.Load.Results;

namespace PerfGate.Load.Tests.Recording;

public sealed class KeepingSlowRequests
{
    readonly EndpointTable endpoints = new();

    [Fact]
    public void Only_requests_over_the_limit_are_slow()
    {
        var book = Book(seed: 1);
        foreach (var took in new long[] { 0, 1_999_999, 2_000_000, 2_000_001 }) book.Take(Slow(at: 5_000_000, took));
        var slow = book.Result(endpoints);
        (slow.Limit, slow.Total).ShouldBe((2.Seconds(), 1));
        slow.Sample.ShouldHaveSingleItem().ResponseTime.ShouldBe(TimeSpan.FromMicroseconds(2_000_001));
    }

    [Fact]
    public void Each_tells_what_was_slow_and_how_it_ended()
    {
        var book = Book(seed: 1);
        var endpoint = endpoints.IdOf("POST", "/orders");
        book.Take(new Sample(endpoint, 0, Reason: 3, Status: 503, 9_000_000, 4_000_000, 3_500_000, Bytes: 77));
        book.Take(new Sample(endpoint, 0, Sample.Success, Status: 201, 8_000_000, 3_000_000, 3_000_000, Bytes: 5));
        book.Result(endpoints).Sample.ShouldBe([
            new SlowRequest(8.Seconds(), "/orders", "POST", 201, 5, 3.Seconds(), Failed: false),
            new SlowRequest(9.Seconds(), "/orders", "POST", 503, 77, 4.Seconds(), Failed: true)]);
    }

    [Fact]
    public void Without_slow_requests_there_is_an_empty_sample_of_none() =>
        Book(seed: 1).Result(endpoints).ShouldSatisfyAllConditions(s => s.Total.ShouldBe(0), s => s.Sample.ShouldBeEmpty());

    [Fact]
    public void Up_to_two_hundred_all_are_kept_in_the_order_of_time()
    {
        var book = Book(seed: 1);
        for (var i = 0; i < 200; i++) book.Take(Slow(at: i * 77 % 200));
        var slow = book.Result(endpoints);
        slow.Total.ShouldBe(200);
        slow.Sample.Select(s => s.Completed.Ticks / 10).ShouldBe(Enumerable.Range(0, 200).Select(i => (long)i));
    }

    [Fact]
    public void Beyond_that_two_hundred_different_ones_are_kept_in_order_and_all_are_counted()
    {
        var slow = Sampled(seed: 3, of: 100_000);
        slow.Total.ShouldBe(100_000);
        slow.Sample.Count.ShouldBe(SlowBook.Limit);
        slow.Sample.Select(s => s.Completed).ShouldBeInOrder();
        slow.Sample.Select(s => s.Completed).Distinct().Count().ShouldBe(SlowBook.Limit);
    }

    [Fact]
    public void Each_slow_request_is_as_likely_to_be_kept_as_any_other()
    {
        const int runs = 2_000, total = 1_000, groups = 20;
        var kept = new long[groups];
        for (var seed = 0; seed < runs; seed++)
            foreach (var request in Sampled(seed, total).Sample) kept[request.Completed.Ticks / 10 * groups / total]++;

        // A share of 0.2 is kept, without replacement; what varies is smaller by the share that is not.
        const double expected = (double)runs * SlowBook.Limit / groups;
        var chiSquare = kept.Sum(k => (k - expected) * (k - expected) / expected) / (1 - (double)SlowBook.Limit / total);
        chiSquare.ShouldBeLessThan(43.8, "19 degrees of freedom: more comes by chance once in a thousand times");
    }

    [Fact]
    public void The_same_seed_keeps_the_same_ones()
    {
        Sampled(seed: 5, of: 5_000).Sample.ShouldBe(Sampled(seed: 5, of: 5_000).Sample);
        Sampled(seed: 5, of: 5_000).Sample.ShouldNotBe(Sampled(seed: 6, of: 5_000).Sample);
    }

    SlowRequests Sampled(int seed, int of)
    {
        var book = Book(seed);
        for (var i = 0; i < of; i++) book.Take(Slow(at: i));
        return book.Result(endpoints);
    }

    static SlowBook Book(int seed) => new(2.Seconds(), Seeds.Random(seed, user: 0, SeedStream.SlowRequests));

    Sample Slow(long at, long took = 3_000_000) => new(endpoints.IdOf("GET", "/"), 0, Sample.Success, 200, at, took, took, 0);
}
