using System.Collections.Concurrent;

namespace PerfGate.Load.Scheduling;

/// <summary>What the users of one run share: values made once, and how far feeds were handed out.</summary>
internal sealed class SharedValues
{
    readonly ConcurrentDictionary<string, object> cells = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<object, FeedCursor> cursors = new(ReferenceEqualityComparer.Instance);

    public FeedCursor CursorOf(object feed) => cursors.GetOrAdd(feed, static _ => new FeedCursor());

    public Task<T> Once<T>(string key, Func<Task<T>> make, CancellationToken ct) =>
        cells.GetOrAdd(key, static _ => new OnceCell<T>()) is OnceCell<T> cell
            ? cell.Get(make, ct)
            : throw new InvalidOperationException(
                $"Once(\"{key}\") holds another type than {typeof(T).Name}; give each value its own key.");
}
