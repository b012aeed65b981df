using System.Collections.Concurrent;
using PerfGate.Load.Scheduling;

namespace PerfGate.Load.Tests.Scheduling;

public sealed class PacingPrecisely : IDisposable
{
    readonly LoadClock clock = new(TimeProvider.System);
    readonly Pacer pacer;

    public PacingPrecisely() => pacer = new Pacer(clock);

    public void Dispose() => pacer.Dispose();

    [Fact]
    public async Task What_is_due_first_comes_first_and_nothing_comes_early()
    {
        var came = new ConcurrentQueue<(long Due, long Came)>();
        var all = new TaskCompletionSource();
        var now = clock.Micros;
        foreach (var wait in new[] { 40_000, 20_000, 30_050, 30_000, 10_000, 0, 90_000 })
            pacer.Add(
                new Alarm((_, due) =>
                {
                    came.Enqueue((due, clock.Micros));
                    if (came.Count == 7) all.SetResult();
                }),
                ticket: 1,
                now + wait);

        await all.Task.WaitAsync(10.Seconds());
        came.Select(c => c.Due - now).ShouldBe([0, 10_000, 20_000, 30_000, 30_050, 40_000, 90_000]);
        came.ShouldAllBe(c => c.Came >= c.Due);
    }

    [Fact]
    public async Task A_sleeping_pacer_wakes_for_what_is_due_earlier()
    {
        pacer.Add(new Alarm((_, _) => { }), ticket: 1, clock.Micros + 3_600_000_000);
        await Task.Delay(50);
        var came = new TaskCompletionSource();
        pacer.Add(new Alarm((_, _) => came.SetResult()), ticket: 1, clock.Micros + 1_000);
        await came.Task.WaitAsync(10.Seconds());
    }

    [Fact]
    public async Task A_thread_that_is_stuck_in_user_code_is_replaced()
    {
        using var release = new ManualResetEventSlim();
        var stuck = new TaskCompletionSource();
        pacer.Add(new Alarm((_, _) => { stuck.SetResult(); release.Wait(); }), ticket: 1, clock.Micros);
        await stuck.Task.WaitAsync(10.Seconds());
        var came = new TaskCompletionSource();
        pacer.Add(new Alarm((_, _) => came.SetResult()), ticket: 1, clock.Micros);

        pacer.Relieve(1.Hours());
        await Task.Delay(100);
        came.Task.IsCompleted.ShouldBeFalse();
        pacer.Relieve(50.Milliseconds());
        await came.Task.WaitAsync(10.Seconds());
        release.Set();
    }

    [Fact]
    public async Task A_wait_ends_once_whoever_comes_first()
    {
        var wait = new PacedWait(new Patience());
        var first = wait.Begin();
        var ended = wait.Ended().AsTask();
        wait.End(first, due: 7).ShouldBeTrue();
        wait.End(first, due: 8).ShouldBeFalse();
        (await ended).ShouldBe(7);

        var second = wait.Begin();
        wait.End(first, due: 9).ShouldBeFalse("that ticket is of a wait that is over");
        wait.Cancel();
        wait.Cancel();
        wait.End(second, due: 10).ShouldBeFalse();
        (await wait.Ended()).ShouldBe(PacedWait.Cancelled);
    }

    [Fact]
    public void Patience_is_over_with_those_who_block_as_a_rule_and_not_with_those_interrupted_now_and_then()
    {
        var interrupted = new Patience();
        for (var i = 0; i < 10_000; i++) interrupted.Took(i % 20 == 0 ? 5.Milliseconds() : TimeSpan.FromMicroseconds(20));
        interrupted.IsOver.ShouldBeFalse();

        var blocking = new Patience();
        for (var i = 0; i < 19; i++) blocking.Took(5.Milliseconds());
        blocking.IsOver.ShouldBeFalse();
        blocking.Took(5.Milliseconds());
        blocking.IsOver.ShouldBeTrue();
    }

    [Fact]
    public async Task On_a_clock_of_a_test_everything_comes_when_the_test_says()
    {
        var time = new Alarmed();
        using var other = new Pacer(new LoadClock(time));
        var came = new TaskCompletionSource();
        other.Add(new Alarm((_, _) => came.SetResult()), ticket: 1, 5_000_000);
        await time.TimerWanted.Task.WaitAsync(10.Seconds());
        came.Task.IsCompleted.ShouldBeFalse();
        time.Ring();
        await came.Task.WaitAsync(10.Seconds());
    }

    sealed class Alarm(Action<long, long> ring) : IPaced
    {
        public void Fire(long ticket, long due) => ring(ticket, due);
    }

    /// <summary>A clock that stands still until it rings the one timer it was asked for.</summary>
    sealed class Alarmed : TimeProvider
    {
        long ticks;
        Action? ring;

        public TaskCompletionSource TimerWanted { get; } = new();

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Read(ref ticks);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            ring = () =>
            {
                Interlocked.Add(ref ticks, dueTime.Ticks);
                callback(state);
            };
            TimerWanted.TrySetResult();
            return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public void Ring() => ring!();
    }
}
