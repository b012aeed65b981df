#nullable enable
namespace Octokit.Internal;

/// <summary>Where things are in the API, relative to its address.</summary>
internal static class Paths
{
    /// <summary>Something of a repository. Owner and name must be there; every part is escaped.</summary>
    public static string Of(string owner, string name, params string[] parts)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(owner);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return string.Join('/', new[] { "repos", owner, name }.Concat(parts).Select(Uri.EscapeDataString));
    }
}
