using PerfGate.Load.Results;

namespace PerfGate.Load.Tests.Scheduling;

public sealed class UserTrouble : IAsyncDisposable
{
    readonly Load load = new();

    public ValueTask DisposeAsync() => load.DisposeAsync();

    [Fact]
    public async Task Exceptions_of_users_are_grouped_and_the_run_goes_on()
    {
        var result = await Load.Run(load.Plan(p => p.Hold(at: 3, 300.Milliseconds()), UserClass.Of<Clumsy>()));

        result.End.ShouldBe(LoadEnd.Completed);
        result.Exceptions.Select(e => e.Where).Order().ShouldBe(["Clumsy.OnStart", "Clumsy.OnStop", "Clumsy.Stumble"]);
        result.Exceptions.Single(e => e.Where == "Clumsy.OnStart").Count.ShouldBe(3);
        result.Exceptions.Single(e => e.Where == "Clumsy.OnStop").Count.ShouldBe(3);
        result.Exceptions.Single(e => e.Where == "Clumsy.Stumble").Count.ShouldBe(result.UserClasses[0].Tasks["Stumble"]);
    }

    [Fact]
    public async Task A_user_that_cannot_be_made_is_an_exception_too()
    {
        var result = await Load.Run(load.Plan(p => p.Hold(at: 2, 100.Milliseconds()), UserClass.Of<Stillborn>()));
        result.Exceptions.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            e => e.Where.ShouldBe("Stillborn"), e => e.Message.ShouldBe("never"), e => e.Count.ShouldBe(2));
    }

    [Fact]
    public async Task Steps_are_recorded_as_such_and_a_failed_one_is_a_failure_of_its_own()
    {
        var result = await Load.Run(load.Plan(p => p.Hold(at: 1, 100.Milliseconds()), UserClass.Of<Stepper>()));

        var endpoints = result.Stages.Single().Endpoints;
        endpoints.Select(e => (e.Name, e.Method)).ShouldBe([("fetch", "STEP"), ("query", "STEP")]);
        endpoints[1].Failures.ShouldBe(0);
        endpoints[1].ResponseTime.MinMicros.ShouldBeGreaterThan(15_000);
        endpoints[0].Failures.ShouldBe(endpoints[0].Requests);
        result.Failures.ShouldHaveSingleItem().Reason.ShouldBe("IOException: no disk");
    }

    sealed class Clumsy : VirtualUser
    {
        public override Pace Pace => Pace.Constant(10.Milliseconds());

        public override Task OnStart(UserContext user) => throw new InvalidOperationException("no start");

        public override Task OnStop(UserContext user) => Task.FromException(new InvalidOperationException("no stop"));

        [UserTask]
        public async Task Stumble(UserContext user)
        {
            await Task.Yield();
            throw new InvalidOperationException("stumbled");
        }
    }

    sealed class Stillborn : VirtualUser
    {
        public Stillborn() => throw new InvalidOperationException("never");

        [UserTask]
        public Task Work(UserContext user) => Task.FromResult(this);
    }

    sealed class Stepper : VirtualUser
    {
        public override Pace Pace => Pace.Constant(10.Milliseconds());

        [UserTask]
        public async Task Work(UserContext user)
        {
            (await user.Step("query", async () =>
            {
                await Task.Delay(20);
                return 7;
            })).ShouldBe(7);
            await user.Step("fetch", () => throw new IOException("no disk"));
        }
    }
}
