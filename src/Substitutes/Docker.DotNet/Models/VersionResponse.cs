namespace Docker.DotNet.Models;

/// <summary>What the engine is.</summary>
public class VersionResponse
{
    /// <summary>Version of the engine, such as <c>20.10.24</c>.</summary>
    public string Version { get; set; }

    /// <summary>The newest API version that it speaks, such as <c>1.41</c>.</summary>
    public string APIVersion { get; set; }

    /// <summary>The oldest API version that it speaks.</summary>
    public string MinAPIVersion { get; set; }

    /// <summary>Operating system, such as <c>linux</c>.</summary>
    public string Os { get; set; }

    /// <summary>Architecture in Go's words, such as <c>amd64</c>.</summary>
    public string Arch { get; set; }

    /// <summary>Release of the kernel.</summary>
    public string KernelVersion { get; set; }
}
