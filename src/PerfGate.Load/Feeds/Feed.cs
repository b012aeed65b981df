namespace PerfGate.Load;

/// <summary>
/// Data handed out to users with <see cref="UserContext.Next{T}"/>. A feed is shared by all users of a run and starts
/// anew in each run, so it can be kept in a static field.
/// </summary>
public static class Feed
{
    /// <summary>The items in turn, from the first, again and again: no two users get the same item in the same turn.</summary>
    /// <exception cref="ArgumentException">There is no item.</exception>
    public static Feed<T> Circular<T>(IEnumerable<T> items) => new CircularFeed<T>(Filled(items));

    /// <summary>Any item, drawn evenly by the asking user's seeded random source.</summary>
    /// <exception cref="ArgumentException">There is no item.</exception>
    public static Feed<T> Random<T>(IEnumerable<T> items) => new RandomFeed<T>(Filled(items));

    /// <summary>The whole numbers from <paramref name="from"/> upwards, each handed out once in a run.</summary>
    public static Feed<long> Counter(long from = 0) => new CounterFeed(from);

    static T[] Filled<T>(IEnumerable<T> items)
    {
        T[] array = [.. items];
        if (array.Length == 0) throw new ArgumentException("A feed needs at least one item; this one has none.", nameof(items));
        return array;
    }
}
