#nullable enable
using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Docker.DotNet.Internal;

/// <summary>Query of a call, in the Engine API's notation. What is <c>null</c> is left out.</summary>
internal sealed class Query : IEnumerable<string>
{
    readonly List<string> pairs = [];

    public void Add(string name, string? value)
    {
        if (value is not null) pairs.Add($"{name}={Uri.EscapeDataString(value)}");
    }

    public void Add(string name, bool? value) => Add(name, value is { } known ? (known ? "1" : "0") : null);

    public void Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public void Add(string name, IDictionary<string, IDictionary<string, bool>>? filters) =>
        Add(name, filters is null ? null : JsonSerializer.Serialize(filters));

    public IEnumerator<string> GetEnumerator() => pairs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => pairs.Count == 0 ? "" : $"?{string.Join('&', pairs)}";
}
