using PerfGate.Load.Results;
using PerfGate.Load.Scheduling;
using PerfGate.Load.Tests.Crowd;

namespace PerfGate.Load.Tests.Scheduling;

public sealed class StoppingEarly : IAsyncDisposable
{
    readonly Load load = new();

    public ValueTask DisposeAsync() => load.DisposeAsync();

    [Fact]
    public async Task A_measured_stage_that_is_not_good_enough_ends_load_after_it()
    {
        await using var system = await TestSystem.Answering(200);
        var judged = new List<StageResult>();
        var plan = load.Plan(p => p.WarmUp(to: 2, over: 200.Milliseconds()).Hold(400.Milliseconds()).Hold(at: 4, 400.Milliseconds()).Hold(60.Seconds()), UserClass.Of<Visitor>());
        var result = await Load.Run(plan with
        {
            Target = system.Address,
            AfterStage = stage =>
            {
                judged.Add(stage);
                return stage.Users == 4 ? "4 users are too many" : null;
            },
        });

        (result.End, result.StopReason).ShouldBe((LoadEnd.Stopped, "4 users are too many"));
        judged.Select(s => s.Name).ShouldBe(["hold 2", "hold 4"]);
        judged[1].Duration.ShouldBe(400.Milliseconds());
        result.Stages.Count.ShouldBeInRange(3, 4);
        result.Stages[^1].Duration.ShouldBeLessThan(5.Seconds());
        foreach (var (seen, final) in judged.Zip(result.Stages.Skip(1)))
        {
            var (then, now) = (seen.Endpoints.Single(e => e.Name == "/page"), final.Endpoints.Single(e => e.Name == "/page"));
            then.Requests.ShouldBeInRange(1, now.Requests);
            then.ResponseTime.Count.ShouldBe(then.Requests, "what is judged does not change any more");
        }
    }

    [Fact]
    public async Task Stages_that_are_good_enough_change_nothing()
    {
        var result = await Load.Run(load.Plan(p => p.Hold(at: 1, 200.Milliseconds()).Hold(200.Milliseconds()), UserClass.Of<Worker>()) with { AfterStage = _ => null });
        (result.End, result.StopReason).ShouldBe((LoadEnd.Completed, null));
    }

    [Fact]
    public async Task Too_many_errors_for_too_long_end_load()
    {
        await using var system = await TestSystem.Answering(503);
        var plan = load.Plan(p => p.Hold(at: 3, 60.Seconds()), UserClass.Of<Visitor>());
        var result = await Load.Run(plan with { Target = system.Address, StopOnErrorRate = new ErrorRateLimit(0.5, 1.Seconds()) });
        result.End.ShouldBe(LoadEnd.Stopped);
        result.StopReason.ShouldBe("more than 50 % of the requests failed in each of 1 seconds");
        result.Duration.ShouldBeLessThan(20.Seconds());
        result.Stages[0].Duration.ShouldBeLessThan(20.Seconds());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Load_ends_after_so_many_tasks_and_not_one_more(bool open)
    {
        var plan = load.Plan(p => open ? p.HoldRate(200, 60.Seconds()).Pool(8) : p.Hold(at: 8, 60.Seconds()), UserClass.Of<Worker>());
        var result = await Load.Run(plan with { StopAfterTasks = 50 });
        (result.End, result.StopReason).ShouldBe((LoadEnd.Stopped, "50 tasks have begun"));
        result.UserClasses[0].Tasks.Values.Sum().ShouldBe(50);
        result.Duration.ShouldBeLessThan(10.Seconds());
        (plan with { StopAfterTasks = 0 }).Problems().ShouldHaveSingleItem().ShouldContain("(StopAfterTasks)");
    }

    [Fact]
    public void Errors_count_only_while_they_last_and_seconds_without_requests_are_passed_over()
    {
        var watch = new ErrorWatch(new ErrorRateLimit(0.1, 3.Seconds()));
        static SecondStatistics Second(long requests, long failures) => new(requests, failures, 1, 1, 1);
        watch.See(Second(10, 2)).ShouldBeNull();
        watch.See(Second(10, 2)).ShouldBeNull();
        watch.See(Second(10, 1)).ShouldBeNull("at the limit is not above it");
        watch.See(Second(10, 10)).ShouldBeNull();
        watch.See(Second(0, 0)).ShouldBeNull();
        watch.See(Second(10, 10)).ShouldBeNull();
        watch.See(Second(10, 10)).ShouldBe("more than 10 % of the requests failed in each of 3 seconds");
    }

    [Theory]
    [InlineData(-0.1, 5)]
    [InlineData(1, 5)]
    [InlineData(double.NaN, 5)]
    [InlineData(0.5, 0.5)]
    public void A_limit_that_cannot_be_is_told_before_anything_starts(double rate, double seconds)
    {
        var plan = load.Plan(p => p.Hold(at: 1, 1.Seconds()), UserClass.Of<Worker>()) with { StopOnErrorRate = new ErrorRateLimit(rate, seconds.Seconds()) };
        plan.Problems().ShouldHaveSingleItem().ShouldContain("(StopOnErrorRate)");
    }
}
