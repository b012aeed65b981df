using System.Diagnostics;
using PerfGate.Load.Profiles;
using PerfGate.Load.Results;
using PerfGate.Load.Tests.Crowd;

namespace PerfGate.Load.Tests.Scheduling;

public sealed class BeginningTogether : IAsyncDisposable
{
    readonly Load load = new();

    public ValueTask DisposeAsync() => load.DisposeAsync();

    [Fact]
    public async Task Two_loads_that_wait_for_each_other_begin_within_milliseconds_although_one_was_ready_much_later()
    {
        var (ready, begun) = (0, new long[2]);
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = Begin(0);
        await Task.Delay(400.Milliseconds());
        begun.ShouldBe([0, 0], "nobody begins alone");
        await Task.WhenAll(first, Begin(1));

        // Of a machine with nothing else to do it is a fraction of a millisecond.
        Stopwatch.GetElapsedTime(begun.Min(), begun.Max()).ShouldBeLessThan(50.Milliseconds());
        var result = await first;
        result.Stages[1].Start.ShouldBeGreaterThan(350.Milliseconds(), "what was waited belongs to the start of the pool");
        (result.Generator.Arrivals, result.Generator.Dropped).ShouldBe((10, 0));

        Task<LoadResult> Begin(int number) => Load.Run(load.Plan(p => p.HoldRate(50, 200.Milliseconds()).Pool(5), UserClass.Of<Worker>()) with
        {
            BeforeBegin = ct =>
            {
                if (Interlocked.Increment(ref ready) == 2) all.SetResult();
                return all.Task.WaitAsync(ct);
            },
            Began = () => begun[number] = Stopwatch.GetTimestamp(),
        });
    }

    [Fact]
    public async Task It_is_asked_for_when_the_users_of_the_pool_are_ready()
    {
        var ready = 0;
        await Load.Run(load.Plan(p => p.HoldRate(20, 100.Milliseconds()).Pool(8), UserClass.Of<Worker>()) with
        {
            BeforeBegin = _ =>
            {
                ready = load.Journal.Count("start");
                return Task.CompletedTask;
            },
        });
        ready.ShouldBe(8);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancelled_while_it_waits_it_ends_soon_and_has_measured_nothing(bool open)
    {
        using var cancel = new CancellationTokenSource();
        var (began, watch) = (false, Stopwatch.StartNew());
        var plan = load.Plan(p => open ? p.HoldRate(20, 60.Seconds()).Pool(5) : p.Hold(at: 5, 60.Seconds()), UserClass.Of<Worker>());
        var result = await Load.Run(
            plan with
            {
                BeforeBegin = ct =>
                {
                    cancel.CancelAfter(200.Milliseconds());
                    return Task.Delay(Timeout.InfiniteTimeSpan, ct);
                },
                Began = () => began = true,
            },
            ct: cancel.Token);

        watch.Elapsed.ShouldBeLessThan(5.Seconds());
        began.ShouldBeFalse();
        result.End.ShouldBe(LoadEnd.Cancelled);
        result.UserClasses[0].Tasks.Values.Sum().ShouldBe(0);
        load.Journal.Count("A").ShouldBe(0);
        load.Journal.Count("stop").ShouldBe(load.Journal.Count("start"), "users that were ready go in order");
    }

    [Fact]
    public async Task Cancelled_before_it_could_wait_it_ends_just_so()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var plan = load.Plan(p => p.Hold(at: 2, 60.Seconds()), UserClass.Of<Worker>()) with
        {
            BeforeBegin = ct =>
            {
                ct.ThrowIfCancellationRequested();
                return Task.CompletedTask;
            },
        };
        (await Load.Run(plan, ct: cancelled.Token)).End.ShouldBe(LoadEnd.Cancelled);
    }
}
