using System.Collections.Concurrent;

namespace PerfGate.Load.Tests;

/// <summary>What users did, as they tell it.</summary>
internal sealed class Journal
{
    readonly ConcurrentQueue<(int User, string What)> entries = new();

    public void Note(UserContext user, string what) => entries.Enqueue((user.Number, what));

    public int Count(string what) => entries.Count(e => e.What == what);

    public IReadOnlyList<string> Of(int user) => [.. entries.Where(e => e.User == user).Select(e => e.What)];

    public int Users => entries.Select(e => e.User).Distinct().Count();
}
