using PerfGate.Load.Http;
using PerfGate.Load.Profiles;
using PerfGate.Load.Recording;
using PerfGate.Load.Results;
using PerfGate.Load.Transports;

namespace PerfGate.Load.Scheduling;

/// <summary>One execution of a plan: what its users share, and its course from the first user to the result.</summary>
internal sealed class LoadRun : IDisposable
{
    public LoadRun(LoadPlan plan, TimeProvider time, Func<LoadClock, ITransportFactory> transports)
    {
        Plan = plan;
        Clock = new LoadClock(time);
        Stages = new StageMap(plan.Profile);
        var slow = new SlowBook(plan.SlowerThan, Seeds.Random(plan.Seed, user: 0, SeedStream.SlowRequests));
        Recorder = new Recorder(Clock, Stages, slow);
        Routes = new Routes(plan.Target, Recorder.Endpoints);
        Transports = transports(Clock);
        Deadlines = new Deadlines(Clock);
        Kinds = [.. plan.Users.Select((u, i) => new UserKind(u, plan.Tags, plan.Seed, i))];
        Crew = new Crew(this, [.. Kinds.Where(k => k.HasTasks)]);
    }

    public LoadPlan Plan { get; }

    public LoadClock Clock { get; }

    public StageMap Stages { get; }

    public Recorder Recorder { get; }

    public Routes Routes { get; }

    public ITransportFactory Transports { get; }

    public Deadlines Deadlines { get; }

    public SharedValues Shared { get; } = new();

    public IReadOnlyList<UserKind> Kinds { get; }

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
        return Recorder.Collect(abandoned.Count, c =>
        {
            string[] warnings = [.. Warnings.Of(this, c, abandoned), .. watch.Warnings];
            return Conclude(c, loadEnd, end, probe, abandoned.Count, warnings);
        });
    }

    public void Dispose()
    {
        Deadlines.Dispose();
        Recorder.Dispose();
    }

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

    LoadResult Conclude(
        Collector collector, long loadEnd, LoadEnd end, GeneratorProbe probe, int users, IReadOnlyList<string> warnings)
    {
        var now = Clock.Micros;
        var duration = TimeSpan.FromMicroseconds(now);
        var entered = Plan.Profile.Stages.Index().Where(s => Stages.StartOf(s.Index) < loadEnd);
        return new LoadResult(
            Clock.StartedAt, duration, end,
            [.. entered.Select(s => StageOf(collector, s.Index, s.Item, loadEnd))],
            collector.Series(now, users),
            [.. Kinds.Select(k => k.Result)],
            collector.Failures(),
            Recorder.Exceptions.Groups(),
            probe.Read(duration, collector.Lag, collector.Requests),
            warnings)
        {
            SlowRequests = collector.SlowRequests(),
        };
    }

    StageResult StageOf(Collector collector, int index, Stage stage, long loadEnd)
    {
        var lasted = TimeSpan.FromMicroseconds(Math.Min(loadEnd, Stages.EndOf(index)) - Stages.StartOf(index));
        return new StageResult(
            stage.Name, stage.WarmUp, TimeSpan.FromMicroseconds(Stages.StartOf(index)), lasted,
            lasted < stage.Duration ? stage.UsersAt(lasted) : stage.ToUsers, collector.Endpoints(index));
    }
}
