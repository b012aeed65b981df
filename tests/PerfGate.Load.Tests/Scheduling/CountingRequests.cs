using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PerfGate.Load.Results;
using PerfGate.Load.Tests.Crowd;

namespace PerfGate.Load.Tests.Scheduling;

public sealed class CountingRequests : IAsyncDisposable
{
    static readonly Endpoint Page = Endpoint.Get("/page");

    readonly Load load = new();

    public ValueTask DisposeAsync() => load.DisposeAsync();

    [Fact]
    public async Task Counts_equal_those_of_the_system_and_the_warm_up_is_kept_apart()
    {
        await using var system = await TestSystem.Answering(200, "hello");
        var plan = load.Plan(p => p.WarmUp(to: 20, over: 500.Milliseconds()).Hold(1.Seconds()), UserClass.Of<Visitor>());
        var result = await Load.Run(plan with { Target = system.Address });

        result.End.ShouldBe(LoadEnd.Completed);
        result.Warnings.ShouldBeEmpty();
        result.Failures.ShouldBeEmpty();
        result.Stages.Select(s => (s.Name, s.WarmUp, s.Start, s.Duration, s.Users)).ShouldBe([
            ("warm-up to 20", true, TimeSpan.Zero, 500.Milliseconds(), 20), ("hold 20", false, 500.Milliseconds(), 1.Seconds(), 20)]);
        result.Stages.ShouldAllBe(s => s.Endpoints.Count > 0);

        var all = result.Stages.SelectMany(s => s.Endpoints).ToList();
        all.Sum(e => e.Requests).ShouldBe(system.AnsweredInAll);
        all.Where(e => e.Name == "/page").Sum(e => e.Requests).ShouldBe(system.Answered["/page"]);
        all.Where(e => e.Name == "/hello").Sum(e => e.Requests).ShouldBe(20);
        all.Where(e => e.Name == "/bye").Sum(e => e.Requests).ShouldBe(20);
        all.ShouldAllBe(e => e.ResponseTime.Count == e.Requests && e.ServiceTime.Count == e.Requests && e.BytesReceived == 5 * e.Requests);
        result.Series.Sum(s => s.All.Requests).ShouldBe(system.AnsweredInAll);
        result.Series.Sum(s => s.Endpoints.Sum(e => e.Statistics.Requests)).ShouldBe(system.AnsweredInAll);
        result.UserClasses.ShouldHaveSingleItem().PeakUsers.ShouldBe(20);
        result.UserClasses[0].Tasks["Read"].ShouldBe(system.Answered["/page"]);
    }

    [Fact]
    public async Task Two_hundred_users_side_by_side_lose_nothing()
    {
        await using var system = await TestSystem.Answering(200);
        UserClass[] users = [UserClass.Of<Visitor>(weight: 3), UserClass.Of<OtherVisitor>()];
        var plan = load.Plan(p => p.Ramp(to: 200, over: 1.Seconds()).Hold(1.Seconds()), users);
        var result = await Load.Run(plan with { Target = system.Address });

        result.UserClasses.Select(u => u.PeakUsers).ShouldBe([150, 50]);
        result.Failures.ShouldBeEmpty();
        result.Exceptions.ShouldBeEmpty();
        result.Stages.SelectMany(s => s.Endpoints).Sum(e => e.Requests).ShouldBe(system.AnsweredInAll);
        system.Answered["/hello"].ShouldBe(200);
        system.Answered["/bye"].ShouldBe(200);
    }

    [Fact]
    public async Task Every_request_is_counted_by_its_status_and_a_step_or_no_reply_as_none()
    {
        await using var system = await TestSystem.Start(app => app.Run(async context =>
        {
            var path = context.Request.Path.Value!;
            if (path == "/hang") await Task.Delay(Timeout.Infinite, context.RequestAborted);
            context.Response.StatusCode = path == "/bad" ? 503 : 200;
            await context.Response.WriteAsync("body");
        }));
        var result = await Script.Run(system.Address, async user =>
        {
            for (var i = 0; i < 3; i++) (await user.Http.Send(Page)).Dispose();
            using (var reply = await user.Http.Send(Endpoint.Get("/bad").Named("/page"))) reply.Accept();
            (await user.Http.Send(Endpoint.Get("/hang"), r => r.Timeout(150.Milliseconds()))).Dispose();
            await user.Step("query", () => Task.Delay(150));
        }, plan => plan with { SlowerThan = 120.Milliseconds() });

        var endpoints = result.Stages.Single().Endpoints;
        endpoints.Select(e => (e.Method, e.Name)).ShouldBe([("GET", "/hang"), ("GET", "/page"), ("STEP", "query")]);
        endpoints[0].Statuses.ShouldBe([new(0, 1)]);
        endpoints[1].Statuses.ShouldBe([new(200, 3), new(503, 1)]);
        endpoints[2].Statuses.ShouldBe([new(0, 1)]);
        result.Series.Sum(s => s.All.Bytes).ShouldBe(16);
        var slow = result.SlowRequests.ShouldNotBeNull();
        slow.Limit.ShouldBe(120.Milliseconds());
        slow.Total.ShouldBe(slow.Sample.Count);
        slow.Sample.Where(s => s.Endpoint != "/page").Select(s => (s.Endpoint, s.Method, s.Status, s.Failed))
            .ShouldBe([("/hang", "GET", 0, true), ("query", "STEP", 0, false)]);
    }

    [Fact]
    public async Task Slow_requests_of_the_warm_up_count_too()
    {
        var plan = load.Plan(p => p.WarmUp(to: 2, over: 100.Milliseconds()).WarmUp(200.Milliseconds()).Hold(1.Milliseconds()), UserClass.Of<Sleeper>());
        var slow = (await Load.Run(plan with { SlowerThan = 20.Milliseconds() })).SlowRequests.ShouldNotBeNull();
        slow.Total.ShouldBe(2);
        slow.Sample.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Too_many_endpoint_names_are_told_of_by_name()
    {
        var result = await Load.Run(load.Plan(p => p.Hold(at: 1, 200.Milliseconds()), UserClass.Of<Careless>()));
        result.Stages.Single().Endpoints.Single(e => e.Name == "(other endpoints)").Requests.ShouldBe(5);
        result.Warnings.ShouldHaveSingleItem().ShouldBe(
            "More than 1000 endpoint names: the later ones are counted together as '(other endpoints)', among them "
            + "'STEP 1000', 'STEP 1001', 'STEP 1002'. Give such requests one name with Named(...).");
    }

    [Fact]
    public async Task The_generator_judges_itself()
    {
        await using var system = await TestSystem.Answering(200);
        var plan = load.Plan(p => p.Hold(at: 10, 500.Milliseconds()), UserClass.Of<Visitor>());
        var health = (await Load.Run(plan with { Target = system.Address })).Generator;
        health.CpuShare.ShouldBeInRange(0.0001, 1);
        health.AllocatedBytesPerRequest.ShouldNotBeNull().ShouldBeGreaterThan(100);
        health.Dropped.ShouldBe(0);
    }

    sealed class Sleeper : VirtualUser
    {
        public override Pace Pace => Pace.Constant(1.Hours());

        [UserTask]
        public Task Work(UserContext user) => user.Step("sleep", () => Task.Delay(40));
    }

    sealed class Careless : VirtualUser
    {
        public override Pace Pace => Pace.Constant(1.Hours());

        [UserTask]
        public async Task Work(UserContext user)
        {
            for (var i = 0; i < 1005; i++) await user.Step(i.ToString(), () => Task.CompletedTask);
        }
    }
}
