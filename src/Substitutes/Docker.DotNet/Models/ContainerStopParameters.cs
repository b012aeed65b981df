namespace Docker.DotNet.Models;

/// <summary>How patiently to stop a container.</summary>
public class ContainerStopParameters
{
    /// <summary>Seconds between the stop signal and SIGKILL; the container's own, usually 10, if not said.</summary>
    public uint? WaitBeforeKillSeconds { get; set; }
}
