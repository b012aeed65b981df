using PerfGate.Load;

namespace PerfGate.Gate.Suites;

/// <summary>Says which kinds of users are in a mix; those it does not name are left out.</summary>
public sealed class MixBuilder
{
    readonly List<UserClass> users = [];

    internal MixBuilder()
    {
    }

    /// <summary>Adds a kind of user.</summary>
    /// <param name="weight">Its share of the users, relative to the other kinds of the mix.</param>
    /// <param name="fixedCount">Exactly this many, whatever the load; the weight is then not used.</param>
    public MixBuilder Users<TUser>(int weight = 1, int? fixedCount = null)
        where TUser : VirtualUser
    {
        users.Add(UserClass.Of<TUser>(weight, fixedCount));
        return this;
    }

    internal IReadOnlyList<UserClass> Build(string name)
    {
        if (users.Count == 0)
            throw new ArgumentException($"Mix '{name}' has no users: add a kind with mix.Users<MyUser>().", nameof(name));
        if (users.GroupBy(u => u.Type).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"Mix '{name}' has {twice.Key.Name} more than once; add it once, with its weight.", nameof(name));
        return users;
    }
}
