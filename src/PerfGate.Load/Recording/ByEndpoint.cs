namespace PerfGate.Load.Recording;

/// <summary>Something for each endpoint that needs it, found by the endpoint's number.</summary>
internal sealed class ByEndpoint<T>
    where T : class, new()
{
    T?[] items = new T?[16];

    public T this[int endpoint]
    {
        get
        {
            if (endpoint >= items.Length) Array.Resize(ref items, Math.Max(endpoint + 1, items.Length * 2));
            return items[endpoint] ??= new T();
        }
    }

    /// <summary>Those that exist, with their endpoints, in order of name and method.</summary>
    public IEnumerable<(EndpointKey Key, T Item)> Named(EndpointTable endpoints) =>
        items.Index()
            .Where(i => i.Item is not null)
            .Select(i => (Key: endpoints[i.Index], Item: i.Item!))
            .OrderBy(i => i.Key.Name, StringComparer.Ordinal)
            .ThenBy(i => i.Key.Method, StringComparer.Ordinal);

    public void ForEach(Action<T> action)
    {
        foreach (var item in items)
            if (item is not null)
                action(item);
    }
}
