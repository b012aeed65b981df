namespace PerfGate.Environments.Docker;

/// <summary>Where the engine is asked for.</summary>
internal static class DockerEndpoint
{
    const string Variable = "DOCKER_HOST";

    /// <summary>Variables that the compose tool needs, beside the address, to reach the same engine.</summary>
    public static readonly IReadOnlyList<string> PassThrough =
    [
        "DOCKER_CONFIG", "DOCKER_CERT_PATH", "DOCKER_TLS_VERIFY", "DOCKER_BUILDKIT",
        "COMPOSE_DOCKER_CLI_BUILD", "XDG_RUNTIME_DIR",
    ];

    /// <summary>DOCKER_HOST when it is set; else the usual place of this system.</summary>
    /// <exception cref="EnvironmentException">DOCKER_HOST is not an address that can be spoken to.</exception>
    public static Uri Find(IReadOnlyDictionary<string, string> variables)
    {
        var said = variables.GetValueOrDefault(Variable);
        if (string.IsNullOrWhiteSpace(said))
        {
            return OperatingSystem.IsWindows() ? new Uri("npipe://./pipe/docker_engine") : new Uri("unix://" + Socket(variables));
        }

        return Uri.TryCreate(said, UriKind.Absolute, out var address)
            && address.Scheme is "unix" or "npipe" or "tcp" or "http" or "https"
            ? address
            : throw new EnvironmentException(
                $"{Variable} is '{said}', which is not an address that an engine can be asked at.\n"
                + "  Known are unix:///path, npipe://./pipe/name, tcp://host:port, http://host:port and https://host:port.");
    }

    /// <summary>The variables that make the compose tool speak to that engine and no other.</summary>
    public static IReadOnlyDictionary<string, string> Variables(Uri endpoint) =>
        new Dictionary<string, string>(StringComparer.Ordinal) { [Variable] = endpoint.OriginalString };

    // The system's own socket, else that of a rootless engine or of Docker Desktop.
    static string Socket(IReadOnlyDictionary<string, string> variables)
    {
        const string Usual = "/var/run/docker.sock";
        string[] places =
        [
            Usual,
            $"{variables.GetValueOrDefault("XDG_RUNTIME_DIR")}/docker.sock",
            $"{variables.GetValueOrDefault("HOME")}/.docker/run/docker.sock",
        ];
        return Array.Find(places, File.Exists) ?? Usual;
    }
}
