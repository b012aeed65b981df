namespace PerfGate.Environments.Leftovers;

/// <summary>Something that a run left behind, because the process that it belonged to was killed.</summary>
/// <param name="RunId">That run.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What people call it: a container's name, a folder's path, a service and its process.</param>
public sealed record Leftover(string RunId, LeftoverKind Kind, string Name)
{
    /// <summary>As a line for people, such as "container perfgate-zenzefi-…-api-1 of run …".</summary>
    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()} {Name} of run {RunId}";
}
