namespace Docker.DotNet;

/// <summary>Where an engine is, and how to speak to it. <c>DOCKER_HOST</c> is not looked at: that is up to the caller.</summary>
public class DockerClientConfiguration : IDisposable
{
    static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(100);
    static readonly TimeSpan UsualPipeTimeout = TimeSpan.FromMilliseconds(100);

    /// <summary>The engine of this machine: <c>/var/run/docker.sock</c>, on Windows the pipe <c>docker_engine</c>.</summary>
    /// <inheritdoc cref="DockerClientConfiguration(Uri, Credentials, TimeSpan, TimeSpan, IReadOnlyDictionary{string, string})"/>
    public DockerClientConfiguration(
        Credentials credentials = null,
        TimeSpan defaultTimeout = default,
        TimeSpan namedPipeConnectTimeout = default,
        IReadOnlyDictionary<string, string> defaultHttpRequestHeaders = null)
        : this(LocalEndpoint, credentials, defaultTimeout, namedPipeConnectTimeout, defaultHttpRequestHeaders)
    {
    }

    /// <summary>The engine at an address.</summary>
    /// <param name="endpoint"><c>unix:///path</c>, <c>npipe://./pipe/name</c>, <c>tcp://host:port</c>, <c>http(s)://</c>.</param>
    /// <param name="credentials">None if not given.</param>
    /// <param name="defaultTimeout">How long a call may take; 100 s if not given.</param>
    /// <param name="namedPipeConnectTimeout">How long to wait for a busy pipe; 100 ms if not given.</param>
    /// <param name="defaultHttpRequestHeaders">Headers of every request.</param>
    /// <exception cref="ArgumentNullException">There is no endpoint.</exception>
    /// <exception cref="ArgumentException">The timeout is negative and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public DockerClientConfiguration(
        Uri endpoint,
        Credentials credentials = null,
        TimeSpan defaultTimeout = default,
        TimeSpan namedPipeConnectTimeout = default,
        IReadOnlyDictionary<string, string> defaultHttpRequestHeaders = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (defaultTimeout < TimeSpan.Zero && defaultTimeout != Timeout.InfiniteTimeSpan)
            throw new ArgumentException($"A call cannot take {defaultTimeout}.", nameof(defaultTimeout));
        EndpointBaseUri = endpoint;
        Credentials = credentials ?? new AnonymousCredentials();
        DefaultTimeout = defaultTimeout == default ? UsualTimeout : defaultTimeout;
        NamedPipeConnectTimeout = namedPipeConnectTimeout == default ? UsualPipeTimeout : namedPipeConnectTimeout;
        DefaultHttpRequestHeaders = defaultHttpRequestHeaders ?? new Dictionary<string, string>();
    }

    static Uri LocalEndpoint =>
        new(OperatingSystem.IsWindows() ? "npipe://./pipe/docker_engine" : "unix:/var/run/docker.sock");

    /// <summary>Where the engine is.</summary>
    public Uri EndpointBaseUri { get; }

    /// <summary>How a client proves who it is.</summary>
    public Credentials Credentials { get; }

    /// <summary>How long a call may take; each client takes it over and can change its own.</summary>
    public TimeSpan DefaultTimeout { get; }

    /// <summary>How long to wait for a busy pipe.</summary>
    public TimeSpan NamedPipeConnectTimeout { get; }

    /// <summary>Headers of every request.</summary>
    public IReadOnlyDictionary<string, string> DefaultHttpRequestHeaders { get; }

    /// <summary>A client of this engine. Nothing is sent yet.</summary>
    /// <param name="requestedApiVersion">
    /// The API version to speak, such as 1.41. Without one the engine takes its newest; a version that it does not speak makes
    /// every call fail with what it does speak.
    /// </param>
    /// <exception cref="NotSupportedException">The scheme of the endpoint is none of those that can be spoken.</exception>
    /// <exception cref="ArgumentException">The endpoint is not a pipe, although its scheme says so.</exception>
    public DockerClient CreateClient(Version requestedApiVersion = null) => new(this, requestedApiVersion);

    /// <summary>Disposes the credentials.</summary>
    public void Dispose()
    {
        Credentials.Dispose();
        GC.SuppressFinalize(this);
    }
}
