#nullable enable
using System.Net;

namespace Docker.DotNet.Internal;

/// <summary>One call of the Engine API; the path has neither a leading slash nor a version.</summary>
internal sealed record EngineRequest(HttpMethod Method, string Path, Query? Query = null)
{
    /// <summary>The exception for status 404, where the thing that was named is what is missing.</summary>
    public Func<HttpStatusCode, string, DockerApiException>? NotFound { get; init; }

    /// <summary>How long the call may take, where the client's own timeout does not fit.</summary>
    public TimeSpan? Timeout { get; init; }

    public static EngineRequest Get(string path, Query? query = null) => new(HttpMethod.Get, path, query);

    /// <summary>A name as part of a path. Slashes stay, because names of images have them.</summary>
    public static string Escape(string name) => Uri.EscapeDataString(name).Replace("%2F", "/", StringComparison.Ordinal);

    public override string ToString() => $"{Method} /{Path}{Query}";
}
