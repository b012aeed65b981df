namespace Docker.DotNet.Models;

/// <summary>How to sample a container.</summary>
public class ContainerStatsParameters
{
    /// <summary>A sample about every second until cancelled (the default), or one sample.</summary>
    public bool Stream { get; set; } = true;

    /// <summary>With <see cref="Stream"/> off: answers at once instead of waiting a second for a previous sample.</summary>
    public bool? OneShot { get; set; }
}
