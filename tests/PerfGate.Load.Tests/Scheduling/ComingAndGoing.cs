using PerfGate.Load.Tests.Crowd;

namespace PerfGate.Load.Tests.Scheduling;

public sealed class ComingAndGoing : IAsyncDisposable
{
    readonly Load load = new();

    public ValueTask DisposeAsync() => load.DisposeAsync();

    [Fact]
    public async Task Each_user_starts_once_works_and_stops_once()
    {
        await Load.Run(load.Plan(p => p.Hold(at: 5, 600.Milliseconds()), UserClass.Of<Worker>()));
        load.Journal.Users.ShouldBe(5);
        for (var user = 1; user <= 5; user++)
        {
            var did = load.Journal.Of(user);
            did[0].ShouldBe("start");
            did[^1].ShouldBe("stop");
            did.Skip(1).SkipLast(1).ShouldAllBe(d => d == "A" || d == "B");
            did.Count.ShouldBeGreaterThan(2);
        }
    }

    [Fact]
    public async Task When_fewer_users_are_wanted_the_newest_finish_their_task_and_stop()
    {
        var plan = load.Plan(p => p.Hold(at: 6, 500.Milliseconds()).Hold(at: 2, 1500.Milliseconds()), UserClass.Of<Worker>());
        var result = await Load.Run(plan);

        result.Series[0].Users.ShouldBe(2);
        result.UserClasses[0].PeakUsers.ShouldBe(6);
        for (var old = 1; old <= 2; old++)
            for (var young = 3; young <= 6; young++)
                load.Journal.Of(old).Count.ShouldBeGreaterThan(load.Journal.Of(young).Count);
        load.Journal.Count("stop").ShouldBe(6);
    }

    [Fact]
    public async Task The_same_seed_gives_each_user_the_same_order_of_tasks()
    {
        async Task<IReadOnlyList<string>> Order(int seed)
        {
            await using var own = new Load();
            var plan = own.Plan(p => p.Hold(at: 3, 60.Seconds()), UserClass.Of<Worker>());
            await Load.Run(plan with { Seed = seed }, ct: own.Journal.Until(user: 2, count: 10));
            return [.. own.Journal.Of(2).Take(10)];
        }

        var order = await Order(seed: 11);
        order.Count.ShouldBe(10);
        (await Order(seed: 11)).ShouldBe(order);
        (await Order(seed: 12)).ShouldNotBe(order);
    }

    [Fact]
    public async Task As_many_users_as_the_weights_add_up_to_do_at_each_step_what_the_weights_say()
    {
        await Load.Run(load.Plan(p => p.Hold(at: 3, 60.Seconds()), UserClass.Of<Worker>()), ct: load.Journal.Until(user: 3, count: 10));
        var did = Enumerable.Range(1, 3).Select(user => load.Journal.Of(user).Skip(1).SkipLast(1).ToList()).ToList();
        var steps = did.Min(d => d.Count);
        steps.ShouldBeGreaterThan(3);
        for (var step = 0; step < steps; step++) string.Concat(did.Select(d => d[step]).Order()).ShouldBe("AAB", $"step {step}");
    }

    [Fact]
    public async Task A_user_that_takes_the_place_of_one_that_left_has_an_order_of_its_own()
    {
        await Load.Run(load.Plan(p => p.Hold(at: 1, 1.Seconds()).Hold(at: 0, 200.Milliseconds()).Hold(at: 1, 1.Seconds()), UserClass.Of<Worker>()));
        var (first, second) = (load.Journal.Of(1).Take(15).ToList(), load.Journal.Of(2).Take(15).ToList());
        (first.Count, second.Count).ShouldBe((15, 15));
        second.ShouldNotBe(first);
    }

    [Fact]
    public async Task Disposable_users_are_disposed()
    {
        await Load.Run(load.Plan(p => p.Hold(at: 3, 100.Milliseconds()), UserClass.Of<Tidy>()));
        load.Journal.Count("disposed").ShouldBe(3);
    }

    sealed class Tidy(Journal journal) : VirtualUser, IAsyncDisposable
    {
        UserContext? last;

        public override Pace Pace => Pace.Constant(10.Milliseconds());

        [UserTask]
        public Task Work(UserContext user) => Task.FromResult(last = user);

        public ValueTask DisposeAsync()
        {
            journal.Note(last!, "disposed");
            return ValueTask.CompletedTask;
        }
    }
}
