using PerfGate.Load.Http;
using PerfGate.Load.Profiles;
using PerfGate.Load.Recording;
using PerfGate.Load.Results;
using PerfGate.Load.Transports;

namespace PerfGate.Load.Scheduling;

/// <summary>One execution of a plan: what its users share, and its course from the first user to the result.</summary>
internal sealed class LoadRun : IDisposable
{
    readonly IReadOnlyList<UserKind> kinds;

    public LoadRun(LoadPlan plan, TimeProvider time, Func<LoadClock, ITransportFactory> transports)
    {
        Plan = plan;
        Clock = new LoadClock(time);
        Stages = new StageMap(plan.Profile);
        Recorder = new Recorder(Clock, Stages);
        Routes = new Routes(plan.Target, Recorder.Endpoints);
        Transports = transports(Clock);
        kinds = [.. plan.Users.Select(u => new UserKind(u, plan.Tags))];
        Crew = new Crew(this, [.. kinds.Where(k => k.HasTasks)]);
    }

    public LoadPlan Plan { get; }

    public LoadClock Clock { get; }

    public StageMap Stages { get; }

    public Recorder Recorder { get; }

    public Routes Routes { get; }

    public ITransportFactory Transports { get; }

    public SharedValues Shared { get; } = new();

    public Crew Crew { get; }

    public IServiceProvider Services => Plan.Services ?? NoServices.Instance;

    public async Task<LoadResult> Execute(IProgress<LoadProgress>? progress, CancellationToken ct)
    {
        var probe = new GeneratorProbe();
        var watch = new Watch(this, progress);
        using var over = new CancellationTokenSource();
        var watching = watch.Run(over.Token);

        await FollowProfile(ct);
        var loadEnd = Math.Min(Clock.Micros, Stages.EndMicros);
        var end = loadEnd < Stages.EndMicros ? LoadEnd.Cancelled : LoadEnd.Completed;

        // The users of the last whole second are noted before they go.
        Recorder.Collect(Crew.Running, _ => true);
        var abandoned = await Crew.Stop(Plan.StopWithin);
        Recorder.Close();
        await over.CancelAsync();
        await watching;
        return Recorder.Collect(abandoned.Count, c => Conclude(c, loadEnd, end, probe, [.. Warnings(c, watch, abandoned)], abandoned.Count));
    }

    public void Dispose() => Recorder.Dispose();

    async Task FollowProfile(CancellationToken ct)
    {
        foreach (var (due, users) in Headcounts.Of(Plan.Profile))
        {
            await Clock.WaitUntil(due, ct);
            if (ct.IsCancellationRequested) return;
            Crew.Resize(users);
        }

        await Clock.WaitUntil(Stages.EndMicros, ct);
    }

    LoadResult Conclude(Collector collector, long loadEnd, LoadEnd end, GeneratorProbe probe, IReadOnlyList<string> warnings, int users)
    {
        var now = Clock.Micros;
        var duration = TimeSpan.FromMicroseconds(now);
        return new LoadResult(
            Clock.StartedAt, duration, end,
            [.. Plan.Profile.Stages.Index().Where(s => Stages.StartOf(s.Index) < loadEnd).Select(s => StageOf(collector, s.Index, s.Item, loadEnd))],
            collector.Series(now, users),
            [.. kinds.Select(k => k.Result)],
            collector.Failures(),
            Recorder.Exceptions.Groups(),
            probe.Read(duration, collector.Lag, collector.Requests),
            warnings);
    }

    StageResult StageOf(Collector collector, int index, Stage stage, long loadEnd)
    {
        var lasted = TimeSpan.FromMicroseconds(Math.Min(loadEnd, Stages.EndOf(index)) - Stages.StartOf(index));
        return new StageResult(
            stage.Name, stage.WarmUp, TimeSpan.FromMicroseconds(Stages.StartOf(index)), lasted,
            lasted < stage.Duration ? stage.UsersAt(lasted) : stage.ToUsers, collector.Endpoints(index));
    }

    IEnumerable<string> Warnings(Collector collector, Watch watch, IReadOnlyList<RunningUser> abandoned)
    {
        foreach (var kind in kinds.Where(k => !k.HasTasks)) yield return $"{kind.Name} took no part: the tags leave it no task.";
        foreach (var kind in kinds.Where(k => k.HasTasks && k.Result.PeakUsers == 0)) yield return $"{kind.Name} never had a user: at {Plan.Profile.PeakUsers} users its share is less than one.";
        if (Crew.Limit < Plan.Profile.PeakUsers) yield return $"The profile wants {Plan.Profile.PeakUsers} users, but the fixed counts allow only {Crew.Limit}.";
        if (collector.Requests == 0) yield return "Nothing was requested: no user sent a request or ran a step.";
        if (Recorder.CutOffCount is > 0 and var cut) yield return $"{cut} requests were cut off because they were not finished {Plan.StopWithin.TotalSeconds:0.###} s after the end of load (StopWithin); they are not counted.";
        if (abandoned.Count > 0) yield return $"{abandoned.Count} users did not stop ({string.Join(", ", abandoned.Select(u => u.Kind.Name).Distinct(StringComparer.Ordinal))}): their code does not heed user.Cancellation. What they did later is not counted.";
        if (Recorder.Endpoints.Warning is { } names) yield return names;
        if (Recorder.Reasons.Overflow.Count > 0) yield return $"More than 200 reasons of failure: the later ones are counted as '{Recorder.Reasons.Other}', such as '{Recorder.Reasons.Overflow[0]}'. Keep what varies out of Fail(...).";
        if (collector.SecondsPerEntry > 1) yield return $"Each entry of the series covers {collector.SecondsPerEntry} s, because the run is longer than an hour.";
        if (watch.Warning is { } hidden) yield return hidden;
    }
}
