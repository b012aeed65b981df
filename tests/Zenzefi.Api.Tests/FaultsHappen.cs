using System.Diagnostics;
using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests;

public sealed class FaultsHappen(SharedServer shared)
{
    [Theory]
    [InlineData(10, 100)]
    [InlineData(0.5, 5)]
    [InlineData(33.3, 333)]
    [InlineData(100, 1000)]
    public void A_share_of_a_thousand_requests_is_exact_and_spread_evenly(double percent, int hits)
    {
        var share = new Share(percent);

        var drawn = Enumerable.Range(0, 1000).Select(_ => share.Next()).ToList();

        drawn.Count(hit => hit).ShouldBe(hits);
        drawn.Take(500).Count(hit => hit).ShouldBeInRange((hits / 2) - 1, (hits / 2) + 1);
    }

    [Fact]
    public async Task Errors_hit_every_tenth_request_but_no_probe()
    {
        await using var server = await StartAsync(("FAULT_ERROR_PERCENT", "10"));
        var caller = server.Stranger();

        var replies = new List<Reply>();
        for (var i = 0; i < 50; i++)
        {
            replies.Add(await caller.GetAsync("/"));
            (await caller.GetAsync("/health")).Status.ShouldBe(200);
            (await caller.GetAsync("/metrics")).Status.ShouldBe(200);
        }

        replies.Count(reply => reply.Status == 200).ShouldBe(45);
        replies.Where(reply => reply.Status == 500).ShouldAllBe(reply => reply.Text == "Internal Server Error");
    }

    [Fact]
    public async Task A_slow_tail_delays_its_share()
    {
        await using var server = await StartAsync(("FAULT_SLOW_TAIL_PERCENT", "25"), ("FAULT_SLOW_TAIL_MS", "43"));
        var start = Stopwatch.GetTimestamp();

        for (var i = 0; i < 8; i++)
        {
            await server.Stranger().GetAsync("/");
        }

        server.Clock.Waits.Count(wait => wait == TimeSpan.FromMilliseconds(43)).ShouldBe(2);
        Stopwatch.GetElapsedTime(start).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(85));
    }

    [Fact]
    public async Task A_lock_lets_requests_through_one_at_a_time()
    {
        await using var server = await StartAsync(("FAULT_LOCK_MS", "30"));
        var start = Stopwatch.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => server.Stranger().GetAsync("/")));

        Stopwatch.GetElapsedTime(start).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(290));
    }

    [Fact]
    public async Task A_requests_own_work_is_its_time_on_threads_and_not_its_waiting()
    {
        var clock = WorkClock.Start();
        for (var i = 0; i < 2; i++)
        {
            await Task.Delay(1000, TestContext.Current.CancellationToken);
            Burn(TimeSpan.FromMilliseconds(20));
        }

        clock.Elapsed.ShouldBeInRange(TimeSpan.FromMilliseconds(40), TimeSpan.FromMilliseconds(1500));
    }

    [Fact]
    public async Task Extra_CPU_comes_on_top_of_the_requests_own_work_before_its_answer()
    {
        await using var plain = await StartAsync();
        await using var burning = await StartAsync(("FAULT_CPU_PERCENT", "1900"));

        // Twenty times the handler's work; the part outside of the handler stays as it was.
        (await FastestAsync(burning)).ShouldBeGreaterThan(3 * await FastestAsync(plain));

        static async Task<TimeSpan> FastestAsync(ZenzefiServer server)
        {
            var fastest = TimeSpan.MaxValue;
            for (var i = 0; i < 50; i++)
            {
                var start = Stopwatch.GetTimestamp();
                await server.Stranger().GetAsync("/metrics");
                var elapsed = Stopwatch.GetElapsedTime(start);
                fastest = elapsed < fastest ? elapsed : fastest;
            }

            return fastest;
        }
    }

    [Fact]
    public async Task Extra_garbage_is_allocated()
    {
        await using var server = await StartAsync(("FAULT_ALLOCATION_KB", "10000"));
        var before = GC.GetTotalAllocatedBytes();

        for (var i = 0; i < 10; i++)
        {
            await server.Stranger().GetAsync("/");
        }

        (GC.GetTotalAllocatedBytes() - before).ShouldBeGreaterThan(100_000_000);
    }

    [Fact]
    public async Task A_leak_keeps_what_it_took()
    {
        await using var server = await StartAsync(("FAULT_LEAK_KB", "10000"));
        await server.Stranger().GetAsync("/");
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var i = 0; i < 20; i++)
        {
            await server.Stranger().GetAsync("/");
        }

        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeGreaterThan(120_000_000);
    }

    [Theory]
    [InlineData("/api/v1/tokens/my-tokens")]
    [InlineData("/api/v1/currency/transactions?transaction_type=purchase")]
    public async Task N_plus_one_reads_lists_row_by_row_with_the_same_answer(string path)
    {
        await using var plain = await StartAsync();
        await using var slow = await StartAsync(("FAULT_N_PLUS_ONE", "1"));

        (await SelectsAsync(slow)).ShouldBe(await SelectsAsync(plain) + 5);

        async Task<double> SelectsAsync(ZenzefiServer server)
        {
            var user = await server.UserAsync(deposit: 500);
            for (var i = 0; i < 5; i++)
            {
                await user.PurchaseAsync(12);
            }

            const string Selects = """db_query_duration_seconds_count{query_type="select"}""";
            var before = (await server.ScrapeAsync())[Selects];
            var reply = await user.GetAsync(path);
            reply.Text.Split("created_at").Length.ShouldBe(6);
            return (await server.ScrapeAsync())[Selects] - before;
        }
    }

    [Fact]
    public async Task What_is_switched_on_is_seen_in_no_answer()
    {
        await using var server = await StartAsync(("FAULT_LOCK_MS", "1"), ("FAULT_LEAK_KB", "1"));

        foreach (var path in (string[])["/", "/health", "/metrics"])
        {
            var reply = await server.Stranger().GetAsync(path);
            $"{reply.Text} {reply.Headers}".ShouldNotContain("fault", Case.Insensitive);
        }
    }

    Task<ZenzefiServer> StartAsync(params (string, string)[] faults) => ZenzefiServer.StartAsync(shared.Store, faults);

    static void Burn(TimeSpan duration)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < duration)
        {
            Thread.SpinWait(20);
        }
    }
}
