namespace Docker.DotNet.Models;

/// <summary>A port of a container in the list of containers.</summary>
public class Port
{
    /// <summary>Address of the host that it is published on; <c>null</c> if it is not.</summary>
    public string IP { get; set; }

    /// <summary>Port inside the container.</summary>
    public ushort PrivatePort { get; set; }

    /// <summary>Port on the host; 0 if it is not published.</summary>
    public ushort PublicPort { get; set; }

    /// <summary><c>tcp</c>, <c>udp</c> or <c>sctp</c>.</summary>
    public string Type { get; set; }
}
