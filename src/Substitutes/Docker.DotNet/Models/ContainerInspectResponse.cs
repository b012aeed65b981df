namespace Docker.DotNet.Models;

/// <summary>Everything about one container.</summary>
public class ContainerInspectResponse
{
    /// <summary>Identity, 64 hexadecimal digits.</summary>
    public string ID { get; set; }

    /// <summary>Name, with a leading slash.</summary>
    public string Name { get; set; }

    /// <summary>Identity of the image that it was created from; its name is in <see cref="Config"/>.</summary>
    public string Image { get; set; }

    /// <summary>When it was created, UTC.</summary>
    public DateTime Created { get; set; }

    /// <summary>Whether it runs, and how it ended.</summary>
    public ContainerState State { get; set; }

    /// <summary>How often its restart policy started it again.</summary>
    public long RestartCount { get; set; }

    /// <summary>Its limits.</summary>
    public HostConfig HostConfig { get; set; }

    /// <summary>What it was created from.</summary>
    public Config Config { get; set; }

    /// <summary>Its published ports.</summary>
    public NetworkSettings NetworkSettings { get; set; }
}
