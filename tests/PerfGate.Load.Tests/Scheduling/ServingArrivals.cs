using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PerfGate.Load.Profiles;
using PerfGate.Load.Results;
using PerfGate.Load.Scheduling;
using PerfGate.Load.Tests.Crowd;

namespace PerfGate.Load.Tests.Scheduling;

public sealed class ServingArrivals : IAsyncDisposable
{
    readonly Load load = new();

    public ValueTask DisposeAsync() => load.DisposeAsync();

    [Fact]
    public async Task Every_arrival_is_one_task_of_a_user_who_was_ready_before_and_counts_agree_with_the_system()
    {
        await using var system = await TestSystem.Answering(200, "hello");
        var plan = load.Plan(p => p.WarmUpRate(to: 100, over: 500.Milliseconds()).HoldRate(1.Seconds()).Pool(100), UserClass.Of<Visitor>());
        var result = await Load.Run(plan with { Target = system.Address });

        result.End.ShouldBe(LoadEnd.Completed);
        result.Warnings.ShouldBeEmpty();
        (result.Generator.Arrivals, result.Generator.Dropped).ShouldBe((125, 0));
        system.Answered["/page"].ShouldBe(125);
        result.UserClasses[0].Tasks["Read"].ShouldBe(125);
        result.UserClasses[0].PeakUsers.ShouldBe(100);

        result.Stages.Select(s => (s.Name, s.WarmUp, s.Users)).ShouldBe([("start 100 users", true, 100), ("warm-up to 100/s", true, 100), ("hold 100/s", false, 100)]);
        result.Stages.Select(s => s.Endpoints.Where(e => e.Name == "/page").Sum(e => e.Requests)).ShouldBe([0, 25, 100]);
        result.Stages.Select(s => s.Rate).ShouldBe([null, 100, 100]);
        result.Stages[0].Endpoints.ShouldHaveSingleItem().Requests.ShouldBe(100, "on-start belongs to the start of the pool");
        result.Stages[0].Endpoints[0].Name.ShouldBe("/hello");
        result.Stages[1].Start.ShouldBe(result.Stages[0].Duration);
        result.Stages[2].Duration.ShouldBe(1.Seconds());
        result.Generator.ScheduleLagP50Micros.ShouldNotBeNull().ShouldBeInRange(0, 500_000);
    }

    [Fact]
    public async Task The_longest_idle_user_takes_the_arrival_so_all_of_them_take_turns()
    {
        await Load.Run(load.Plan(p => p.HoldRate(100, 500.Milliseconds()).Pool(10), UserClass.Of<Worker>()));
        load.Journal.Users.ShouldBe(10);
        Enumerable.Range(1, 10).Select(u => load.Journal.Of(u).Count(d => d is "A" or "B")).ShouldAllBe(c => c >= 3 && c <= 7);
        load.Journal.Count("start").ShouldBe(10);
        load.Journal.Count("stop").ShouldBe(10);
    }

    [Fact]
    public async Task Kinds_of_users_serve_by_their_weights()
    {
        var result = await Load.Run(load.Plan(p => p.HoldRate(160, 500.Milliseconds()).Pool(8), UserClass.Of<Worker>(weight: 3), UserClass.Of<Metronome>()));
        result.UserClasses.Select(u => u.PeakUsers).ShouldBe([6, 2]);
        result.UserClasses.Sum(u => u.Tasks.Values.Sum()).ShouldBe(80);
        result.UserClasses[1].Tasks["Tick"].ShouldBeInRange(6, 30, "a quarter of them, as far as nobody is held up");
    }

    [Fact]
    public async Task An_arrival_that_finds_all_users_busy_is_dropped_and_told_of()
    {
        var result = await Load.Run(load.Plan(p => p.HoldRate(80, 500.Milliseconds()).Pool(2), UserClass.Of<Sleeper>()) with { StopWithin = 100.Milliseconds() });
        (result.Generator.Arrivals, result.Generator.Dropped).ShouldBe((40, 38));
        result.Stages.Select(s => (s.StartRate, s.Arrivals, s.Dropped)).ShouldBe([(null, null, null), (80, 40, 38)]);
        result.Warnings.ShouldContain("38 of 40 arrivals were dropped, because all 2 users of the pool were busy. "
            + "Where so many requests may be under way at a time, give the profile a larger pool: Pool(users).");
    }

    [Fact]
    public async Task Each_stage_tells_of_its_own_arrivals_and_the_judge_sees_them()
    {
        var judged = new List<StageResult>();
        var plan = load.Plan(p => p.StepsRate([20, 80], hold: 500.Milliseconds(), risePerSecond: 1000, coolDown: 200.Milliseconds()).Pool(2), UserClass.Of<Sleeper>());
        var result = await Load.Run(plan with { StopWithin = 100.Milliseconds(), AfterStage = stage => { judged.Add(stage); return null; } });

        // A fire that is late by a little belongs to the next stage.
        judged.Select(s => (s.StartRate, s.Rate)).ShouldBe([(20, 20), (80, 80)]);
        judged[0].Arrivals!.Value.ShouldBeInRange(8, 12);
        judged[0].Dropped!.Value.ShouldBe(judged[0].Arrivals!.Value - 2);
        judged[1].Arrivals!.Value.ShouldBeInRange(36, 44);
        judged[1].Dropped.ShouldBe(judged[1].Arrivals, "whoever sleeps does not wake up");
        result.Stages.Sum(s => s.Arrivals ?? 0).ShouldBe(result.Generator.Arrivals!.Value);
        result.Stages.Sum(s => s.Dropped ?? 0).ShouldBe(result.Generator.Dropped);
    }

    [Fact]
    public async Task Response_time_counts_from_when_the_arrival_was_due_and_service_time_does_not()
    {
        await using var system = await TestSystem.Answering(200);
        var result = await Load.Run(load.Plan(p => p.HoldRate(20, 500.Milliseconds()).Pool(10), UserClass.Of<Dawdler>()) with { Target = system.Address });

        // It dawdles for 100 ms before its first request of each task, and is late by that in the first one only.
        var endpoints = result.Stages[^1].Endpoints;
        endpoints.Select(e => (e.Name, e.Requests)).ShouldBe([("/first", 10), ("/second", 10)]);
        endpoints[0].ResponseTime.MinMicros.ShouldBeGreaterThan(90_000, "timers may be early by a little");
        (endpoints[0].ResponseTime.MinMicros - endpoints[0].ServiceTime.MinMicros).ShouldBeGreaterThan(70_000);
        endpoints[1].ResponseTime.MinMicros.ShouldBeLessThan(endpoints[0].ResponseTime.MinMicros);
    }

    [Fact]
    public async Task A_step_counts_from_when_the_arrival_was_due_too()
    {
        var result = await Load.Run(load.Plan(p => p.HoldRate(20, 500.Milliseconds()).Pool(5), UserClass.Of<LateStepper>()));
        result.Stages[^1].Endpoints.ShouldHaveSingleItem().ResponseTime.MinMicros.ShouldBeGreaterThan(25_000);
        result.Stages[^1].Endpoints[0].ServiceTime.MinMicros.ShouldBeLessThan(25_000);
    }

    [Fact]
    public async Task The_profile_waits_for_the_pool_to_be_ready_however_long_that_takes()
    {
        var began = 0;
        var plan = load.Plan(p => p.HoldRate(20, 500.Milliseconds()).Pool(40), UserClass.Of<SlowStarter>());
        var result = await Load.Run(plan with { Began = () => began = load.Journal.Count("ready") });
        began.ShouldBe(40);
        result.Generator.Dropped.ShouldBe(0);
        result.Stages[0].Duration.ShouldBeInRange(500.Milliseconds(), 20.Seconds(), "32 at a time: two rounds of 300 ms");
    }

    [Fact]
    public async Task A_pool_that_does_not_become_ready_is_used_as_it_is_and_told_of()
    {
        var plan = load.Plan(p => p.HoldRate(20, 500.Milliseconds()).Pool(3), UserClass.Of<NeverReady>());
        var result = await Load.Run(plan with { PoolPatience = 200.Milliseconds(), StopWithin = 50.Milliseconds() });
        (result.Generator.Arrivals, result.Generator.Dropped).ShouldBe((10, 10));
        result.Warnings.ShouldContain("3 of 3 users of the pool were not ready to serve arrivals when the profile began.");
    }

    [Fact]
    public async Task Users_that_cannot_start_are_missing_in_the_pool_and_told_of()
    {
        var result = await Load.Run(load.Plan(p => p.HoldRate(20, 500.Milliseconds()).Pool(3), UserClass.Of<Stillborn>()));
        result.Generator.Dropped.ShouldBe(10);
        result.Warnings.ShouldContain("3 of 3 users of the pool were not ready to serve arrivals when the profile began.");
    }

    [Fact]
    public async Task Open_and_closed_stages_follow_each_other()
    {
        var plan = load.Plan(p => p.Hold(at: 4, 200.Milliseconds()).HoldRate(100, 500.Milliseconds()).Hold(at: 2, 200.Milliseconds()).Pool(5), UserClass.Of<Worker>());
        var result = await Load.Run(plan);
        result.Generator.Arrivals.ShouldBe(50);
        result.UserClasses[0].PeakUsers.ShouldBeInRange(9, 10);
        result.Stages.Select(s => s.Users).ShouldBe([5, 4, 5, 2]);
        load.Journal.Count("start").ShouldBe(11);
        load.Journal.Count("stop").ShouldBe(11);
    }

    [Fact]
    public async Task Cancelling_ends_arrivals_at_once()
    {
        using var cancel = new CancellationTokenSource(300.Milliseconds());
        var watch = Stopwatch.StartNew();
        var result = await Load.Run(load.Plan(p => p.HoldRate(100, 60.Seconds()).Pool(5), UserClass.Of<Worker>()), ct: cancel.Token);
        watch.Elapsed.ShouldBeLessThan(5.Seconds());
        result.End.ShouldBe(LoadEnd.Cancelled);
        result.Generator.Arrivals.ShouldNotBeNull().ShouldBeLessThan(1000);
    }

    [Fact]
    public async Task Cancelled_while_the_pool_starts_no_stage_of_the_profile_was_entered()
    {
        using var cancel = new CancellationTokenSource(100.Milliseconds());
        var result = await Load.Run(load.Plan(p => p.HoldRate(10, 60.Seconds()).Pool(40), UserClass.Of<SlowStarter>()), ct: cancel.Token);
        result.End.ShouldBe(LoadEnd.Cancelled);
        result.Stages.ShouldHaveSingleItem().Name.ShouldBe("start 40 users");
        result.Generator.Arrivals.ShouldBe(0);
    }

    [Fact]
    public async Task A_rate_that_nobody_can_give_ends_in_time_and_every_arrival_is_accounted_for()
    {
        var watch = Stopwatch.StartNew();
        var plan = load.Plan(p => p.HoldRate(1_000_000, 1.Seconds()).Pool(5), UserClass.Of<Blocker>());
        var result = await Load.Run(plan);
        watch.Elapsed.ShouldBeLessThan(10.Seconds());
        result.Generator.Arrivals.ShouldBe(1_000_000);
        var done = result.UserClasses[0].Tasks["Work"];
        (done + result.Generator.Dropped).ShouldBe(1_000_000);
    }

    [Fact]
    public void Arrivals_that_the_generator_did_not_get_to_are_counted_and_told_of()
    {
        using var pacer = new Pacer(new LoadClock(new ManualTime()));
        var profile = new ProfileBuilder().HoldRate(20_000, 2.Seconds()).Build("fast");
        var arrivals = new ArrivalStream(new ArrivalTimes(profile, new Random(1)), new IdleUsers(), pacer);
        arrivals.Begin(from: 5_000_000);
        for (var i = 0; i < 25_000; i++) arrivals.Fire(ticket: 0, moment: 0);
        (arrivals.IsBehind(6_250_000), arrivals.IsBehind(6_250_100)).ShouldBe((false, true));

        arrivals.End(7_000_000);
        (arrivals.Due, arrivals.Dropped, arrivals.Missed).ShouldBe((40_000, 25_000, 15_000));
        Warnings.OfArrivals(arrivals, pool: 7, seconds: 2).Last().ShouldBe(
            "The generator managed 12,500 of 20,000 arrivals per second: 15,000 were due, but load ended before it got to them.");
        arrivals.Fire(ticket: 0, moment: 0);
        arrivals.Due.ShouldBe(40_000);
    }

    [Fact]
    public async Task Users_that_block_are_moved_off_the_pacing_thread_and_told_of()
    {
        var result = await Load.Run(load.Plan(p => p.HoldRate(100, 600.Milliseconds()).Pool(30), UserClass.Of<Blocker>()));
        result.Warnings.ShouldContain(w => w.StartsWith("Blocker often keeps its thread for more than 1 ms"));
    }

    [Fact]
    public async Task Whoever_watches_sees_the_rate_that_is_wanted_and_what_was_dropped()
    {
        var seen = new List<LoadProgress>();
        await Load.Run(
            load.Plan(p => p.RampRate(to: 20, over: 1300.Milliseconds()).Pool(1), UserClass.Of<Sleeper>()) with { StopWithin = 50.Milliseconds() },
            new Watcher(seen.Add));
        seen.Count.ShouldBeInRange(1, 2);
        seen[^1].WantedRate.ShouldNotBeNull().ShouldBeInRange(4, 20);
        seen[^1].Dropped.ShouldBeGreaterThan(0);
        seen[^1].Stage.ShouldBe("ramp to 20/s");
    }

    sealed class Watcher(Action<LoadProgress> see) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) => see(value);
    }

    sealed class Sleeper : VirtualUser
    {
        [UserTask]
        public Task Work(UserContext user) => Task.Delay(1.Hours(), user.Cancellation);
    }

    sealed class Blocker : VirtualUser
    {
        [UserTask]
        public Task Work(UserContext user)
        {
            using var never = new ManualResetEventSlim();
            never.Wait(2.Milliseconds());
            return Task.CompletedTask;
        }
    }

    sealed class Dawdler : HttpUser
    {
        static readonly Endpoint First = Endpoint.Get("/first"), Second = Endpoint.Get("/second");

        [UserTask]
        public async Task Work(UserContext user)
        {
            await Task.Delay(100);
            (await user.Http.Send(First)).Dispose();
            (await user.Http.Send(Second)).Dispose();
        }
    }

    sealed class LateStepper : VirtualUser
    {
        [UserTask]
        public async Task Work(UserContext user)
        {
            await Task.Delay(30);
            await user.Step("late", () => Task.CompletedTask);
        }
    }

    sealed class SlowStarter(Journal journal) : VirtualUser
    {
        public override async Task OnStart(UserContext user)
        {
            await Task.Delay(300, user.Cancellation);
            journal.Note(user, "ready");
        }

        [UserTask]
        public Task Work(UserContext user) => Task.CompletedTask;
    }

    sealed class NeverReady : VirtualUser
    {
        public override Task OnStart(UserContext user) => Task.Delay(1.Hours(), user.Cancellation);

        [UserTask]
        public Task Work(UserContext user) => Task.CompletedTask;
    }

    sealed class Stillborn : VirtualUser
    {
        public Stillborn() => throw new InvalidOperationException("never");

        [UserTask]
        public Task Work(UserContext user) => Task.CompletedTask;
    }
}
