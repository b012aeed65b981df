using System.Collections.Concurrent;

namespace CoreVia.Api.Limits;

/// <summary>Counts each address's requests in a rolling minute, in this process's own memory. A refused request is not counted.</summary>
internal sealed class RateLimiter(int requests, TimeProvider clock)
{
    static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> windows = new(StringComparer.Ordinal);

    /// <summary>Lets a request pass, telling how many more may; or, telling how long until the next may, does not.</summary>
    public (int Remaining, TimeSpan? Wait) Enter(string address)
    {
        var now = clock.GetUtcNow();
        var window = windows.GetOrAdd(address, _ => []);
        lock (window)
        {
            while (window.TryPeek(out var oldest) && oldest <= now - Window)
            {
                window.Dequeue();
            }

            if (window.Count >= requests)
            {
                return (0, window.Peek() + Window - now);
            }

            window.Enqueue(now);
            return (requests - window.Count, null);
        }
    }
}
