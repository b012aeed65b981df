using PerfGate.Load.Tests.Crowd;

namespace PerfGate.Load.Tests.Scheduling;

public sealed class KeepingPace : IAsyncDisposable
{
    readonly Load load = new();

    public ValueTask DisposeAsync() => load.DisposeAsync();

    [Fact]
    public async Task A_pace_of_throughput_runs_a_task_per_interval_whatever_the_task_takes()
    {
        var result = await Load.Run(load.Plan(p => p.Hold(at: 1, 1050.Milliseconds()), UserClass.Of<Metronome>()));
        result.UserClasses[0].Tasks["Tick"].ShouldBeInRange(3, 11);
        result.Generator.ScheduleLagP50Micros.ShouldNotBeNull().ShouldBeInRange(0, 500_000);
    }

    [Fact]
    public async Task Without_a_pace_there_is_no_schedule_to_be_late_for()
    {
        var health = (await Load.Run(load.Plan(p => p.Hold(at: 1, 200.Milliseconds()), UserClass.Of<Restless>()))).Generator;
        (health.ScheduleLagP50Micros, health.ScheduleLagP99Micros, health.ScheduleLagMaxMicros).ShouldBe((null, null, null));
    }

    [Fact]
    public async Task Each_stage_tells_how_late_its_own_tasks_began()
    {
        var result = await Load.Run(load.Plan(p => p.HoldRate(40, 400.Milliseconds()).HoldRate(0, 200.Milliseconds()).HoldRate(40, 400.Milliseconds()).Pool(10), UserClass.Of<Metronome>()));
        var lags = result.Stages.Select(s => s.ScheduleLagP99Micros).ToList();
        lags.Select(l => l is null).ShouldBe([true, false, true, false], "the pool starts, tasks come, none comes, tasks come");
        var worst = result.Generator.ScheduleLagMaxMicros!.Value;
        lags.Max()!.Value.ShouldBeInRange(worst - worst / 100 - 1, worst + worst / 100 + 1, "of sixteen tasks in a stage the latest is the 99th percentile");
    }

    [Fact]
    public async Task Users_that_never_wait_leave_room_for_the_others()
    {
        var result = await Load.Run(load.Plan(p => p.Hold(at: 20, 500.Milliseconds()), UserClass.Of<Restless>()));
        load.Journal.Users.ShouldBe(20);
        result.Duration.ShouldBeLessThan(5.Seconds());
    }

    sealed class Restless(Journal journal) : VirtualUser
    {
        bool noted;

        [UserTask]
        public Task Work(UserContext user)
        {
            if (!noted) journal.Note(user, "here");
            noted = true;
            return Task.CompletedTask;
        }
    }
}
