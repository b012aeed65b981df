using PerfGate.Load.Http;
using PerfGate.Load.Profiles;
using PerfGate.Load.Recording;
using PerfGate.Load.Results;
using PerfGate.Load.Transports;
using PerfGate.Statistics;

namespace PerfGate.Load.Scheduling;

/// <summary>One execution of a plan: what its users share, and its course from the first user to the result.</summary>
internal sealed class LoadRun : IDisposable
{
    static readonly TimeSpan LongestCatchUp = TimeSpan.FromMilliseconds(500);

    public LoadRun(LoadPlan plan, TimeProvider time, Func<LoadClock, ITransportFactory> transports)
    {
        Plan = plan;
        Clock = new LoadClock(time);
        Pacer = new Pacer(Clock);
        Stages = new StageMap(plan.Profile);
        arrived = new (long, long)?[Stages.Count];
        var slow = new SlowBook(plan.SlowerThan, Seeds.Random(plan.Seed, user: 0, SeedStream.SlowRequests));
        Recorder = new Recorder(Clock, Stages, slow);
        Routes = new Routes(plan.Target, Recorder.Endpoints);
        Transports = transports(Clock);
        Deadlines = new Deadlines(Clock);
        Kinds = [.. plan.Users.Select((u, i) => new UserKind(u, plan.Tags, plan.Seed, i))];
        Crew = new Crew(this, [.. Kinds.Where(k => k.HasTasks)]);
        if (!plan.Profile.HasArrivals) return;
        var times = new ArrivalTimes(plan.Profile, Seeds.Random(plan.Seed, user: 0, SeedStream.Arrivals));
        Arrivals = new ArrivalStream(times, Crew.Idle, Pacer);
    }

    // Arrivals that were due, and those dropped among them, by the end of each stage; null: it is not over.
    readonly (long Due, long Dropped)?[] arrived;
    TaskBudget? budget;

    public LoadPlan Plan { get; }

    public LoadClock Clock { get; }

    public Pacer Pacer { get; }

    public StageMap Stages { get; }

    public Recorder Recorder { get; }

    public Routes Routes { get; }

    public ITransportFactory Transports { get; }

    public Deadlines Deadlines { get; }

    public SharedValues Shared { get; } = new();

    public IReadOnlyList<UserKind> Kinds { get; }

    public Crew Crew { get; }

    /// <summary>The arrivals of open stages; null when all stages are closed.</summary>
    public ArrivalStream? Arrivals { get; }

    /// <summary>The users of the pool that were ready when the profile began.</summary>
    public int PoolAtBegin { get; private set; }

    public IServiceProvider Services => Plan.Services ?? NoServices.Instance;

    public async Task<LoadResult> Execute(IProgress<LoadProgress>? progress, CancellationToken ct)
    {
        var probe = new GeneratorProbe();
        using var stop = new StopSignal(ct);
        var watch = new Watch(this, progress, stop);
        if (Plan.StopAfterTasks is { } tasks) budget = new TaskBudget(tasks, () => stop.Stop($"{tasks:N0} tasks have begun"));
        using var over = new CancellationTokenSource();
        var watching = watch.Run(over.Token);

        await FollowProfile(stop);
        var loadEnd = Math.Min(Clock.Micros, Stages.EndMicros);
        await CatchUp(loadEnd);
        Arrivals?.End(loadEnd);

        // The users of the last whole second are noted before they go.
        Recorder.Collect(Crew.Running, _ => true);
        var abandoned = await Crew.Stop(Plan.StopWithin);
        Recorder.Close();
        await over.CancelAsync();
        await watching;
        var end = stop.Reason is not null ? LoadEnd.Stopped : loadEnd < Stages.EndMicros ? LoadEnd.Cancelled : LoadEnd.Completed;
        return Recorder.Collect(abandoned.Count, c =>
        {
            string[] warnings = [.. Warnings.Of(this, c, abandoned, loadEnd), .. watch.Warnings];
            return Conclude(c, loadEnd, end, probe, abandoned.Count, warnings) with { StopReason = stop.Reason };
        });
    }

    /// <summary>Whether a user may begin another task; counts it.</summary>
    public bool MayBegin() => budget?.TryTake() ?? true;

    public void Dispose()
    {
        Deadlines.Dispose();
        Pacer.Dispose();
        Recorder.Dispose();
    }

    async Task FollowProfile(StopSignal stop)
    {
        var ct = stop.Token;
        await Crew.StartPool(Plan.Profile.PoolUsers, Plan.PoolPatience, ct);
        if (Plan.BeforeBegin is { } together) await Quietly(together, ct);
        if (ct.IsCancellationRequested) return;
        PoolAtBegin = Crew.Ready;
        Stages.Begin(Clock.Micros);
        Plan.Began?.Invoke();
        Arrivals?.Begin(Stages.BeginMicros);

        var users = 0;
        for (var index = Stages.First; index < Stages.Count; index++)
        {
            var stage = Stages[index];
            foreach (var headcount in Headcounts.Of(stage, users))
            {
                await Clock.WaitUntil(Stages.StartOf(index) + headcount.Micros, ct);
                if (ct.IsCancellationRequested) return;
                Crew.Resize(headcount.Users);
            }

            users = stage.ToUsers;
            await Clock.WaitUntil(Stages.EndOf(index), ct);
            if (ct.IsCancellationRequested) return;
            arrived[index] = ArrivedByNow;
            if (Judge(index) is not { } reason) continue;
            stop.Stop(reason);
            return;
        }
    }

    // That it was cancelled is seen by the token, here as everywhere.
    static async Task Quietly(Func<CancellationToken, Task> waiting, CancellationToken ct)
    {
        try
        {
            await waiting(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
        }
    }

    // The last arrivals may be a little late like all others; a generator that is far behind does not get to them at all.
    async Task CatchUp(long loadEnd)
    {
        while (Arrivals?.IsBehind(loadEnd) == true && Clock.Micros - loadEnd < LongestCatchUp.TotalMicroseconds)
            await Clock.WaitUntil(Clock.Micros + 1000, CancellationToken.None);
    }

    string? Judge(int index)
    {
        if (Plan.AfterStage is not { } judge || Stages[index].WarmUp) return null;
        var result = Recorder.Collect(Crew.Running, c =>
        {
            var seen = StageOf(c, index, Stages.EndOf(index));
            return seen with { Endpoints = [.. seen.Endpoints.Select(Copy)] };
        });
        return judge(result);
    }

    LoadResult Conclude(
        Collector collector, long loadEnd, LoadEnd end, GeneratorProbe probe, int users, IReadOnlyList<string> warnings)
    {
        var now = Clock.Micros;
        var duration = TimeSpan.FromMicroseconds(now);
        var entered = Enumerable.Range(0, Stages.Count).Where(s => Stages.StartOf(s) < loadEnd);
        return new LoadResult(
            Clock.StartedAt, duration, end,
            [.. entered.Select(s => StageOf(collector, s, loadEnd))],
            collector.Series(now, users),
            [.. Kinds.Select(k => k.Result)],
            collector.Failures(),
            Recorder.Exceptions.Groups(),
            probe.Read(duration, collector.Lag, collector.Requests) with
            {
                Arrivals = Arrivals?.Due,
                Dropped = Arrivals is { } arrivals ? arrivals.Dropped + arrivals.Missed : 0,
                FileDescriptors = FileDescriptors.Limit,
                Runtime = GeneratorRuntime.Read(),
            },
            warnings)
        {
            SlowRequests = collector.SlowRequests(),
        };
    }

    StageResult StageOf(Collector collector, int index, long loadEnd)
    {
        var stage = Stages[index];
        var lasted = TimeSpan.FromMicroseconds(Math.Min(loadEnd, Stages.EndOf(index)) - Stages.StartOf(index));
        var closed = lasted < stage.Duration ? stage.UsersAt(lasted) : stage.ToUsers;
        var users = closed == 0 && (stage.Arrivals is not null || index < Stages.First) ? Plan.Profile.PoolUsers : closed;
        var result = new StageResult(
            stage.Name, stage.WarmUp, TimeSpan.FromMicroseconds(Stages.StartOf(index)), lasted, users, collector.Endpoints(index))
        {
            ScheduleLagP99Micros = collector.LagOf(index) is { Count: > 0 } lag ? lag.QuantileMicros(0.99) : null,
        };
        if (stage.Arrivals is not { } arrivals) return result;
        var (before, by) = (index == 0 ? null : arrived[index - 1], arrived[index] ?? ArrivedByNow);
        return result with
        {
            Rate = arrivals.RateAt(lasted.TotalSeconds, stage.Duration.TotalSeconds),
            StartRate = arrivals.FromRate,
            Arrivals = by.Due - (before?.Due ?? 0),
            Dropped = by.Dropped - (before?.Dropped ?? 0),
        };
    }

    (long Due, long Dropped) ArrivedByNow => Arrivals is { } stream ? (stream.Due, stream.Dropped) : (0, 0);

    // What is still under way may yet be added to the histograms, and whoever judges must not see them change.
    static EndpointResult Copy(EndpointResult endpoint) => endpoint with
    {
        ResponseTime = Copy(endpoint.ResponseTime),
        ServiceTime = Copy(endpoint.ServiceTime),
        ConnectTime = endpoint.ConnectTime is { } connect ? Copy(connect) : null,
        Statuses = new Dictionary<int, long>(endpoint.Statuses),
    };

    static HdrHistogram Copy(HdrHistogram histogram)
    {
        var copy = new HdrHistogram();
        copy.Add(histogram);
        return copy;
    }
}
