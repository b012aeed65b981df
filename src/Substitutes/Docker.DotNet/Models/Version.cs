namespace Docker.DotNet.Models;

/// <summary>The version of an object of a swarm. Here because its name hides that of System.Version from callers.</summary>
public class Version
{
    /// <summary>Counts the changes.</summary>
    public ulong Index { get; set; }
}
