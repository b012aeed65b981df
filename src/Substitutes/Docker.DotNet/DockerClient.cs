using Docker.DotNet.Internal;

namespace Docker.DotNet;

/// <summary>
/// A client of one engine, made by <see cref="DockerClientConfiguration.CreateClient"/>. Every call throws
/// <see cref="DockerApiException"/> for an answer that is an error, <see cref="HttpRequestException"/> when the engine cannot be
/// reached or breaks off, <see cref="IOException"/> when a stream breaks off, and <see cref="OperationCanceledException"/> when
/// its token is cancelled or <see cref="DefaultTimeout"/> has passed (then with a <see cref="TimeoutException"/> inside).
/// </summary>
public sealed class DockerClient : IDockerClient
{
    readonly Engine engine;

    internal DockerClient(DockerClientConfiguration configuration, Version requestedApiVersion)
    {
        Configuration = configuration;
        engine = new Engine(configuration, requestedApiVersion);
        Containers = new ContainerOperations(engine);
        Images = new ImageOperations(engine);
        Networks = new NetworkOperations(engine);
        Volumes = new VolumeOperations(engine);
        System = new SystemOperations(engine);
    }

    /// <inheritdoc/>
    public DockerClientConfiguration Configuration { get; }

    /// <inheritdoc/>
    public TimeSpan DefaultTimeout
    {
        get => engine.Timeout;
        set => engine.Timeout = value;
    }

    /// <inheritdoc/>
    public IContainerOperations Containers { get; }

    /// <inheritdoc/>
    public IImageOperations Images { get; }

    /// <inheritdoc/>
    public INetworkOperations Networks { get; }

    /// <inheritdoc/>
    public IVolumeOperations Volumes { get; }

    /// <inheritdoc/>
    public ISystemOperations System { get; }

    /// <summary>Closes the connections and disposes <see cref="Configuration"/>.</summary>
    public void Dispose()
    {
        engine.Dispose();
        Configuration.Dispose();
    }
}
