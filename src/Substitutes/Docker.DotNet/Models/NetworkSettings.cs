namespace Docker.DotNet.Models;

/// <summary>Where a container can be reached.</summary>
public class NetworkSettings
{
    /// <summary>By port, such as <c>80/tcp</c>: where it is published; <c>null</c> if exposed only.</summary>
    public IDictionary<string, IList<PortBinding>> Ports { get; set; }
}
