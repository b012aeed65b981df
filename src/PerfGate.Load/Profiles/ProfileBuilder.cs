namespace PerfGate.Load.Profiles;

/// <summary>
/// Builds a closed <see cref="Profile"/> stage by stage, each beginning with the users at which the one before it ended:
/// <c>p.WarmUp(to: 100, over: 10.Seconds()).WarmUp(5.Seconds()).Hold(25.Seconds())</c>.
/// </summary>
public sealed class ProfileBuilder
{
    readonly List<Stage> stages = [];
    int users;

    /// <summary>Goes to <paramref name="to"/> users in a straight line; measured.</summary>
    public ProfileBuilder Ramp(int to, TimeSpan over) => Add(to, over, warmUp: false, $"ramp to {to}");

    /// <summary>Keeps the number of users that the stage before ended with; measured.</summary>
    public ProfileBuilder Hold(TimeSpan time) => Add(users, time, warmUp: false, $"hold {users}");

    /// <summary>Keeps <paramref name="at"/> users from its first moment on; measured.</summary>
    public ProfileBuilder Hold(int at, TimeSpan time)
    {
        users = at;
        return Hold(time);
    }

    /// <summary>Goes to <paramref name="to"/> users in a straight line; kept apart and never judged.</summary>
    public ProfileBuilder WarmUp(int to, TimeSpan over) => Add(to, over, warmUp: true, $"warm-up to {to}");

    /// <summary>Keeps the number of users; kept apart and never judged.</summary>
    public ProfileBuilder WarmUp(TimeSpan time) => Add(users, time, warmUp: true, $"warm-up {users}");

    /// <summary>The profile.</summary>
    /// <exception cref="ArgumentException">It has no stage, never has a user, or measures nothing.</exception>
    public Profile Build(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (stages.Count == 0)
            throw new ArgumentException($"Profile '{name}' has no stage.", nameof(name));
        if (stages.All(s => s is { FromUsers: 0, ToUsers: 0 }))
            throw new ArgumentException($"Profile '{name}' never has a user.", nameof(name));
        if (stages.All(s => s.WarmUp))
            throw new ArgumentException($"Profile '{name}' measures nothing: every stage is a warm-up.", nameof(name));
        return new Profile(name, [.. stages]);
    }

    ProfileBuilder Add(int to, TimeSpan time, bool warmUp, string name)
    {
        if (to < 0)
            throw new ArgumentOutOfRangeException(nameof(to), to, $"Stage '{name}' goes to {to} users; their number is 0 or more.");
        if (time <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(time), time, $"Stage '{name}' lasts {time}; a stage lasts more than zero.");
        stages.Add(new Stage(name, users, to, time, warmUp));
        users = to;
        return this;
    }
}
