namespace PerfGate.Load.Scheduling;

/// <summary>The users of a run: starts them, lets them go newest first, and at the end cuts off those that do not stop.</summary>
internal sealed class Crew(LoadRun run, IReadOnlyList<UserKind> kinds)
{
    readonly Lock changing = new();
    readonly Mix mix = new([.. kinds.Select(k => k.Class)]);
    readonly List<RunningUser> wanted = [];
    readonly List<int> turns = [];
    readonly Dictionary<RunningUser, Task> running = [];
    int started;

    /// <summary>Users that run, those that finish their last task included.</summary>
    public int Running
    {
        get
        {
            lock (changing) return running.Count;
        }
    }

    /// <summary>The most users that can run at the same time.</summary>
    public int Limit => mix.Limit;

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

    void Start(int place)
    {
        var kind = kinds[mix.KindOf(place)];
        var user = new RunningUser(run, this, kind, ++started, SeatAt(place));
        kind.Joined();
        wanted.Add(user);
        running.Add(user, Task.Run(user.Run));
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
