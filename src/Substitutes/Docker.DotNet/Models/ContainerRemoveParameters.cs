namespace Docker.DotNet.Models;

/// <summary>What goes with a container that is removed.</summary>
public class ContainerRemoveParameters
{
    /// <summary>Also its anonymous volumes.</summary>
    public bool? RemoveVolumes { get; set; }

    /// <summary>Removes the link of that name, not the container.</summary>
    public bool? RemoveLinks { get; set; }

    /// <summary>Kills it first if it runs.</summary>
    public bool? Force { get; set; }
}
