namespace PerfGate.Load;

/// <summary>
/// Where a request goes and under which name it is counted. Immutable; keep it in a static field and give what varies
/// from request to request to <see cref="UserHttp.Send"/>.
/// </summary>
public sealed class Endpoint
{
    Endpoint(HttpMethod method, string path, string name)
    {
        Method = method;
        Path = path;
        Name = name;
    }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The path on the target, beginning with a slash; it may carry a query.</summary>
    public string Path { get; }

    /// <summary>
    /// The name under which its requests are counted, together with the method; the path without its query unless
    /// <see cref="Named"/>.
    /// </summary>
    public string Name { get; }

    /// <summary>A GET.</summary>
    /// <exception cref="ArgumentException">The path does not begin with a slash.</exception>
    public static Endpoint Get(string path) => Of(HttpMethod.Get, path);

    /// <summary>A POST.</summary>
    /// <inheritdoc cref="Get"/>
    public static Endpoint Post(string path) => Of(HttpMethod.Post, path);

    /// <summary>A PUT.</summary>
    /// <inheritdoc cref="Get"/>
    public static Endpoint Put(string path) => Of(HttpMethod.Put, path);

    /// <summary>A PATCH.</summary>
    /// <inheritdoc cref="Get"/>
    public static Endpoint Patch(string path) => Of(HttpMethod.Patch, path);

    /// <summary>A DELETE.</summary>
    /// <inheritdoc cref="Get"/>
    public static Endpoint Delete(string path) => Of(HttpMethod.Delete, path);

    /// <summary>Any method.</summary>
    /// <inheritdoc cref="Get"/>
    public static Endpoint Of(HttpMethod method, string path)
    {
        ArgumentNullException.ThrowIfNull(method);
        CheckPath(path);
        return new Endpoint(method, path, path.Split('?', 2)[0]);
    }

    /// <summary>The same endpoint, counted under another name.</summary>
    public Endpoint Named(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new Endpoint(Method, Path, name);
    }

    /// <summary>Method and name.</summary>
    public override string ToString() => $"{Method} {Name}";

    // "//other/path" would be taken for another host.
    internal static void CheckPath(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal))
            throw new ArgumentException($"'{path}' is not a path on the target: a path begins with one slash.", nameof(path));
    }
}
