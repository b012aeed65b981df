using System.Collections.Concurrent;

namespace PerfGate.Load.Recording;

/// <summary>
/// Gives things small numbers, from 0 in the order of arrival. Beyond the limit, newcomers share the number of
/// <c>other</c>, which equals the limit: memory stays bounded whatever the suite does.
/// </summary>
internal class CappedTable<T>(int limit, T other)
    where T : notnull
{
    const int OverflowNamed = 3;

    readonly ConcurrentDictionary<T, int> ids = new();
    readonly Lock adding = new();
    readonly T[] items = new T[limit];
    readonly List<T> overflow = [];
    volatile bool full;

    /// <summary>Stands for all that found no place.</summary>
    public T Other => other;

    /// <summary>The first few that found no place.</summary>
    public IReadOnlyList<T> Overflow
    {
        get
        {
            lock (adding) return [.. overflow];
        }
    }

    public T this[int id] => id < limit ? items[id] : other;

    /// <summary>No lock but for newcomers.</summary>
    public int IdOf(T item) => ids.TryGetValue(item, out var id) ? id : full ? limit : Add(item);

    int Add(T item)
    {
        lock (adding)
        {
            if (ids.TryGetValue(item, out var id)) return id;
            if (ids.Count == limit)
            {
                if (!overflow.Contains(item)) overflow.Add(item);
                full = overflow.Count == OverflowNamed;
                return limit;
            }

            items[id = ids.Count] = item;
            return ids[item] = id;
        }
    }
}
