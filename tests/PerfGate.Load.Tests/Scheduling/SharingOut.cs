using PerfGate.Load.Tests.Crowd;

namespace PerfGate.Load.Tests.Scheduling;

public sealed class SharingOut : IAsyncDisposable
{
    readonly Load load = new();

    public ValueTask DisposeAsync() => load.DisposeAsync();

    [Fact]
    public async Task A_class_whose_tasks_are_all_left_out_gets_no_user()
    {
        var plan = load.Plan(p => p.Hold(at: 4, 100.Milliseconds()), UserClass.Of<Worker>(), UserClass.Of<Metronome>());
        var result = await Load.Run(plan with { Tags = new TagFilter(["beat"], []) });
        result.UserClasses.Select(u => (u.Name, u.PeakUsers)).ShouldBe([("Worker", 0), ("Metronome", 4)]);
        result.Warnings.ShouldContain("Worker took no part: the tags leave it no task.");
    }

    [Fact]
    public async Task A_class_whose_share_is_less_than_a_user_is_told_of()
    {
        UserClass[] users = [UserClass.Of<Worker>(weight: 9), UserClass.Of<Metronome>()];
        var result = await Load.Run(load.Plan(p => p.Hold(at: 2, 100.Milliseconds()), users));
        result.Warnings.ShouldContain("Metronome never had a user: at 2 users its share is less than one.");
    }

    [Fact]
    public async Task Fixed_counts_limit_the_users_and_say_so()
    {
        var result = await Load.Run(load.Plan(p => p.Hold(at: 5, 100.Milliseconds()), UserClass.Of<Worker>(fixedCount: 2)));
        result.UserClasses[0].PeakUsers.ShouldBe(2);
        result.Warnings.ShouldContain("The profile wants 5 users, but the fixed counts allow only 2.");
    }
}
