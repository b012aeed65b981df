using System.Diagnostics.CodeAnalysis;

namespace PerfGate.Load.Scheduling;

/// <summary>The users of a run: starts them, lets them go newest first, and at the end cuts off those that do not stop.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore without a wait handle holds nothing to release.")]
internal sealed class Crew(LoadRun run, IReadOnlyList<UserKind> kinds)
{
    // So many users of the pool set themselves up at the same time: it is to be quick, and no storm.
    const int SetUpsAtOnce = 32;

    // Users of the pool have turns of their own, so that they do not repeat what users of closed stages do.
    const int TurnOfPool = -1;

    readonly Lock changing = new();
    readonly Mix mix = new([.. kinds.Select(k => k.Class)]);
    readonly List<RunningUser> wanted = [];
    readonly List<RunningUser> pool = [];
    readonly List<int> turns = [];
    readonly Dictionary<RunningUser, Task> running = [];
    readonly SemaphoreSlim settingUp = new(SetUpsAtOnce);
    int started;
    int ready;

    /// <summary>Users of the pool without anything to do.</summary>
    public IdleUsers Idle { get; } = new();

    /// <summary>Users that run, those that finish their last task included.</summary>
    public int Running
    {
        get
        {
            lock (changing) return running.Count;
        }
    }

    /// <summary>Users of the pool whose on-start is over.</summary>
    public int Ready => Volatile.Read(ref ready);

    /// <summary>The most users that can run at the same time.</summary>
    public int Limit => mix.Limit;

    /// <summary>Starts the pool, some users at a time, and waits until each has done its on-start.</summary>
    /// <param name="users">How many.</param>
    /// <param name="patience">How long to wait when no more become ready.</param>
    /// <param name="ct">Ends waiting; never throws for it.</param>
    public async Task StartPool(int users, TimeSpan patience, CancellationToken ct)
    {
        try
        {
            var count = Math.Min(users, mix.Limit);
            for (var place = 0; place < count + SetUpsAtOnce; place++)
            {
                // The last turns are those of users that are being set up: when all turns are here, nobody is any more.
                if (!await settingUp.WaitAsync(patience, ct)) return;
                if (place < count) StartInPool(place);
            }
        }
        catch (OperationCanceledException)
        {
            // Load ends before it began.
        }
    }

    /// <summary>A user of the pool has set itself up, or gone without.</summary>
    public void SetUp(bool succeeded)
    {
        if (succeeded) Interlocked.Increment(ref ready);
        settingUp.Release();
    }

    /// <summary>Starts users, or asks the newest ones to stop after their current task, until so many are wanted.</summary>
    public void Resize(int users)
    {
        lock (changing)
        {
            while (wanted.Count < Math.Min(users, mix.Limit)) Start(wanted.Count);
            while (wanted.Count > users)
            {
                wanted[^1].Retire();
                wanted.RemoveAt(wanted.Count - 1);
            }
        }
    }

    /// <summary>Asks all users to stop, and after <paramref name="within"/> cuts off what is still under way.</summary>
    /// <returns>The users that did not even stop then, because their code does not heed its token.</returns>
    public async Task<IReadOnlyList<RunningUser>> Stop(TimeSpan within)
    {
        Resize(0);
        foreach (var user in pool) user.Retire();
        if (await AllStopped(within)) return [];
        foreach (var user in StillRunning()) user.CutOff();
        await AllStopped(TimeSpan.FromMilliseconds(300));
        return StillRunning();
    }

    public void Left(RunningUser user)
    {
        lock (changing)
        {
            running.Remove(user);
            user.Kind.Left();
        }
    }

    void Start(int place) => wanted.Add(Start(place, SeatAt(place), inPool: false));

    void StartInPool(int place)
    {
        lock (changing) pool.Add(Start(place, new Seat(mix.OrdinalOf(place), TurnOfPool), inPool: true));
    }

    RunningUser Start(int place, Seat seat, bool inPool)
    {
        var kind = kinds[mix.KindOf(place)];
        var user = new RunningUser(run, this, kind, ++started, seat, inPool);
        kind.Joined();
        running.Add(user, Task.Run(user.Run));
        return user;
    }

    Seat SeatAt(int place)
    {
        if (turns.Count == place) turns.Add(0);
        return new Seat(mix.OrdinalOf(place), turns[place]++);
    }

    async Task<bool> AllStopped(TimeSpan within)
    {
        Task all;
        lock (changing) all = Task.WhenAll(running.Values);
        await Task.WhenAny(all, Task.Delay(within, run.Clock.Time));
        return all.IsCompleted;
    }

    List<RunningUser> StillRunning()
    {
        lock (changing) return [.. running.Keys];
    }
}
