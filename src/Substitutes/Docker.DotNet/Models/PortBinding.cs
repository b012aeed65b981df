namespace Docker.DotNet.Models;

/// <summary>Where a port of a container is published on the host.</summary>
public class PortBinding
{
    /// <summary>Address on the host.</summary>
    public string HostIP { get; set; }

    /// <summary>Port on the host, decimal.</summary>
    public string HostPort { get; set; }
}
