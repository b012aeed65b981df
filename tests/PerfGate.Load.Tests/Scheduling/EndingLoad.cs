using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using PerfGate.Load.Results;

namespace PerfGate.Load.Tests.Scheduling;

public sealed class EndingLoad : IAsyncDisposable
{
    readonly Load load = new();

    public ValueTask DisposeAsync() => load.DisposeAsync();

    [Fact]
    public async Task Cancelling_returns_at_once_what_was_measured_until_then()
    {
        await using var system = await TestSystem.Answering(200);
        using var cancel = new CancellationTokenSource(600.Milliseconds());
        var watch = Stopwatch.StartNew();
        var plan = load.Plan(
            p => p.WarmUp(to: 5, over: 200.Milliseconds()).Hold(60.Seconds()).Ramp(to: 9, over: 9.Seconds()), UserClass.Of<Patient>());
        var result = await Load.Run(plan with { Target = system.Address }, ct: cancel.Token);

        watch.Elapsed.ShouldBeLessThan(3.Seconds());
        result.End.ShouldBe(LoadEnd.Cancelled);
        result.Stages.Count.ShouldBe(2);
        result.Stages[1].Duration.ShouldBeLessThan(2.Seconds());
        result.Stages.SelectMany(s => s.Endpoints).Sum(e => e.Requests).ShouldBe(system.AnsweredInAll);
        result.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancelled_before_it_began_it_measures_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var result = await Load.Run(load.Plan(p => p.Hold(at: 5, 60.Seconds()), UserClass.Of<Patient>()), ct: cancelled.Token);
        result.End.ShouldBe(LoadEnd.Cancelled);
        result.UserClasses[0].PeakUsers.ShouldBe(0);
        result.Generator.AllocatedBytesPerRequest.ShouldBeNull();
    }

    [Fact]
    public async Task A_request_under_way_at_the_end_is_finished_and_counted()
    {
        await using var system = await Slow(700.Milliseconds());
        var plan = load.Plan(p => p.Hold(at: 3, 300.Milliseconds()), UserClass.Of<Patient>());
        var result = await Load.Run(plan with { Target = system.Address });

        result.End.ShouldBe(LoadEnd.Completed);
        result.Duration.ShouldBeGreaterThan(650.Milliseconds());
        var endpoint = result.Stages.Single().Endpoints.ShouldHaveSingleItem();
        (endpoint.Requests, endpoint.Failures).ShouldBe((3, 0));
        result.Stages[0].Duration.ShouldBe(300.Milliseconds());
    }

    [Fact]
    public async Task A_request_that_does_not_end_in_time_is_cut_off_and_told_of_but_is_no_failure()
    {
        await using var system = await Slow(30.Seconds());
        var watch = Stopwatch.StartNew();
        var plan = load.Plan(p => p.Hold(at: 4, 200.Milliseconds()), UserClass.Of<Patient>());
        var result = await Load.Run(plan with { Target = system.Address, StopWithin = 300.Milliseconds() });

        watch.Elapsed.ShouldBeLessThan(5.Seconds());
        result.Failures.ShouldBeEmpty();
        result.Exceptions.ShouldBeEmpty();
        result.Stages.Single().Endpoints.ShouldBeEmpty();
        result.Warnings.ShouldContain("4 requests were cut off because they were not finished 0.3 s after the end of load (StopWithin); "
            + "they are not counted.");
    }

    [Fact]
    public async Task Users_that_do_not_heed_their_token_cannot_hold_up_the_end()
    {
        using var release = new SemaphoreSlim(0);
        Deaf.Ear = release;
        var watch = Stopwatch.StartNew();
        var plan = load.Plan(p => p.Hold(at: 2, 100.Milliseconds()), UserClass.Of<Deaf>());
        var result = await Load.Run(plan with { StopWithin = 100.Milliseconds() });

        watch.Elapsed.ShouldBeLessThan(4.Seconds());
        result.Warnings.ShouldContain(w => w.StartsWith("2 users did not stop (Deaf): their code does not heed user.Cancellation."));
        result.Series[^1].Users.ShouldBe(2);
        release.Release(2);
    }

    [Fact]
    public async Task Everything_wrong_with_a_plan_is_told_before_it_starts()
    {
        var plan = load.Plan(p => p.Hold(at: 1, 1.Seconds()), UserClass.Of<Patient>(weight: 0), UserClass.Of<Patient>()) with
        {
            Target = new Uri("ftp://127.0.0.1"),
            RequestTimeout = TimeSpan.Zero,
            StopWithin = (-1).Seconds(),
            SlowerThan = TimeSpan.Zero,
            Transport = (TransportKind)7,
            Tags = new TagFilter(["nope"], []),
        };
        var problems = plan.Problems().ToList();
        problems.Count.ShouldBe(9);
        string[] about = ["ftp://127.0.0.1/", "request timeout is 00:00:00", "-00:00:01", "limit of slow requests is 00:00:00", "transport is 7", "added 2 times", "weight 0", "tag 'nope'", "leave no task"];
        foreach (var (problem, words) in problems.Zip(about))
            problem.ShouldContain(words);

        var error = await Should.ThrowAsync<ArgumentException>(() => Load.Run(plan));
        problems.ShouldAllBe(p => error.Message.Contains(p));
    }

    [Theory]
    [InlineData(0.001, true)]
    [InlineData(3600, true)]
    [InlineData(-1, false)]
    [InlineData(3600.001, false)]
    public void The_limit_of_slow_requests_lies_above_zero_and_up_to_an_hour(double seconds, bool fine)
    {
        var plan = load.Plan(p => p.Hold(at: 1, 1.Seconds()), UserClass.Of<Patient>()) with { SlowerThan = seconds.Seconds() };
        plan.Problems().Any(p => p.Contains("(SlowerThan)")).ShouldBe(!fine);
    }

    [Fact]
    public void A_plan_without_users_is_a_problem() =>
        load.Plan(p => p.Hold(at: 1, 1.Seconds())).Problems().ShouldHaveSingleItem().ShouldContain("no kind of user");

    static Task<TestSystem> Slow(TimeSpan time) => TestSystem.Start(app => app.Run(context => Task.Delay(time, context.RequestAborted)));

    sealed class Patient : HttpUser
    {
        static readonly Endpoint Page = Endpoint.Get("/page");

        public override Pace Pace => Pace.Between(20.Milliseconds(), 40.Milliseconds());

        [UserTask]
        public async Task Read(UserContext user) => await user.Http.Send(Page);
    }

    sealed class Deaf : VirtualUser
    {
        public static SemaphoreSlim Ear { get; set; } = null!;

        [UserTask]
        public Task Work(UserContext user) => Ear.WaitAsync(CancellationToken.None);
    }
}
