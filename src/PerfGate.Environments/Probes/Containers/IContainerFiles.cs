namespace PerfGate.Environments.Probes.Containers;

/// <summary>A container's control group as the kernel shows it in files: nanoseconds, and no question to the engine.</summary>
internal interface IContainerFiles
{
    /// <summary>What it has used; everything null once the container has ended.</summary>
    ContainerUsage Read();
}
