using System.Collections.Concurrent;

namespace Zenzefi.Api.Limits;

/// <summary>Sliding windows in this process's own memory. A refused request is not counted.</summary>
internal sealed class InProcessRateLimiter(TimeProvider clock) : IRateLimiter
{
    readonly ConcurrentDictionary<(LimitClass, string), Queue<DateTimeOffset>> windows = [];

    public ValueTask<TimeSpan?> TryEnterAsync(LimitClass limited, string identity, CancellationToken ct)
    {
        var limit = Limit.Of(limited);
        var now = clock.GetUtcNow();
        var window = windows.GetOrAdd((limited, identity), _ => []);
        lock (window)
        {
            while (window.TryPeek(out var oldest) && oldest <= now - limit.Window)
            {
                window.Dequeue();
            }

            if (window.Count >= limit.Requests)
            {
                return ValueTask.FromResult<TimeSpan?>(window.Peek() + limit.Window - now);
            }

            window.Enqueue(now);
            return ValueTask.FromResult<TimeSpan?>(null);
        }
    }
}
