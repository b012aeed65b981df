using System.Collections.Concurrent;

namespace PerfGate.Load.Tests;

/// <summary>What users did, as they tell it.</summary>
internal sealed class Journal : IDisposable
{
    readonly ConcurrentQueue<(int User, string What)> entries = new();
    readonly CancellationTokenSource enough = new();
    Func<bool> isEnough = () => false;

    public void Note(UserContext user, string what)
    {
        entries.Enqueue((user.Number, what));
        if (isEnough()) _ = enough.CancelAsync();
    }

    /// <summary>Cancelled as soon as a user has written so many entries.</summary>
    public CancellationToken Until(int user, int count)
    {
        isEnough = () => Of(user).Count >= count;
        return enough.Token;
    }

    public int Count(string what) => entries.Count(e => e.What == what);

    public IReadOnlyList<string> Of(int user) => [.. entries.Where(e => e.User == user).Select(e => e.What)];

    public void Dispose() => enough.Dispose();

    public int Users => entries.Select(e => e.User).Distinct().Count();
}
