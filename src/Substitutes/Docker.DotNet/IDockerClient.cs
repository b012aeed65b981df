namespace Docker.DotNet;

/// <summary>A client of one engine. Safe to use from several threads at once.</summary>
public interface IDockerClient : IDisposable
{
    /// <summary>Where the engine is, and how to speak to it.</summary>
    DockerClientConfiguration Configuration { get; }

    /// <summary>
    /// How long a call may take before it is cancelled; for calls that stream, how long until the stream begins.
    /// <see cref="Timeout.InfiniteTimeSpan"/> for no limit.
    /// </summary>
    TimeSpan DefaultTimeout { get; set; }

    /// <summary>Containers: what they are, what they use, what they said, and their end.</summary>
    IContainerOperations Containers { get; }

    /// <summary>Images on the machine.</summary>
    IImageOperations Images { get; }

    /// <summary>Networks.</summary>
    INetworkOperations Networks { get; }

    /// <summary>Volumes.</summary>
    IVolumeOperations Volumes { get; }

    /// <summary>The engine itself.</summary>
    ISystemOperations System { get; }
}
