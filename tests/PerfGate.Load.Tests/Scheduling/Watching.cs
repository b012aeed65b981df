using PerfGate.Load.Results;
using PerfGate.Load.Tests.Crowd;

namespace PerfGate.Load.Tests.Scheduling;

public sealed class Watching : IAsyncDisposable
{
    readonly Load load = new();

    public ValueTask DisposeAsync() => load.DisposeAsync();

    [Fact]
    public async Task Whoever_watches_is_told_every_second()
    {
        var seen = new List<LoadProgress>();
        await using var system = await TestSystem.Answering(404);
        var plan = load.Plan(p => p.WarmUp(to: 4, over: 500.Milliseconds()).Hold(2.Seconds()), UserClass.Of<Visitor>());
        var result = await Load.Run(plan with { Target = system.Address }, new Watcher(seen.Add));

        seen.Count.ShouldBeInRange(1, 3);
        var first = seen[0];
        (first.Stage, first.StageNumber, first.StageCount, first.WarmUp, first.Users).ShouldBe(("hold 4", 2, 2, false, 4));
        first.Elapsed.ShouldBeGreaterThanOrEqualTo(1.Seconds());
        (first.Elapsed + first.TotalLeft).ShouldBe(2.5.Seconds());
        first.Requests.ShouldBeGreaterThan(0);
        first.Failures.ShouldBe(first.Requests);
        first.All.Requests.ShouldBeGreaterThan(0);
        first.Endpoints.ShouldContain(e => e.Name == "/page" && e.Statistics.P50Micros > 0);
        seen[^1].Requests.ShouldBeLessThanOrEqualTo(result.Series.Sum(s => s.All.Requests));
    }

    [Fact]
    public async Task A_watcher_that_fails_does_not_stop_the_run()
    {
        var plan = load.Plan(p => p.Hold(at: 1, 1200.Milliseconds()), UserClass.Of<Worker>());
        var result = await Load.Run(plan, new Watcher(_ => throw new IOException("terminal gone")));
        result.End.ShouldBe(LoadEnd.Completed);
        result.Warnings.ShouldContain(w => w.Contains("terminal gone"));
    }

    sealed class Watcher(Action<LoadProgress> see) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) => see(value);
    }
}
