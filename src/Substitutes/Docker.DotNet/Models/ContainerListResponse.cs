namespace Docker.DotNet.Models;

/// <summary>A container, as the list of containers shows it.</summary>
public class ContainerListResponse
{
    /// <summary>Identity, 64 hexadecimal digits.</summary>
    public string ID { get; set; }

    /// <summary>Names, each with a leading slash.</summary>
    public IList<string> Names { get; set; }

    /// <summary>Name of the image that it was created from.</summary>
    public string Image { get; set; }

    /// <summary>Identity of that image.</summary>
    public string ImageID { get; set; }

    /// <summary>What it runs.</summary>
    public string Command { get; set; }

    /// <summary>When it was created, UTC, to the second.</summary>
    public DateTime Created { get; set; }

    /// <summary>Ports exposed or published; empty while it does not run.</summary>
    public IList<Port> Ports { get; set; }

    /// <summary>Labels of the container and of its image.</summary>
    public IDictionary<string, string> Labels { get; set; }

    /// <summary><c>created</c>, <c>running</c>, <c>paused</c>, <c>restarting</c>, <c>exited</c> or <c>dead</c>.</summary>
    public string State { get; set; }

    /// <summary>The state for people, such as <c>Up 3 minutes (healthy)</c>.</summary>
    public string Status { get; set; }
}
