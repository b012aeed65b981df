namespace Docker.DotNet.Models;

/// <summary>How to kill a container.</summary>
public class ContainerKillParameters
{
    /// <summary>Name or number of the signal; SIGKILL if not said.</summary>
    public string Signal { get; set; }
}
