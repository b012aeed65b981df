using System.Globalization;
using System.Net;
using System.Text;
using Docker.DotNet;
using Docker.DotNet.Models;
using PerfGate.Environments.Processes;
using Version = System.Version;

namespace PerfGate.Environments.Docker;

/// <summary>
/// A Docker engine that answers, spoken to in its own API version. Safe to use from several threads. Every call may throw an
/// <see cref="EnvironmentException"/>: the engine does not answer any more, or would not do what was asked.
/// </summary>
public sealed class DockerEngine : IDisposable
{
    static readonly Version Oldest = new(1, 41);
    static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(10);

    // Removing a container that runs, on a disk under load, is more than an answer.
    static readonly TimeSpan ActsWithin = TimeSpan.FromSeconds(30);

    readonly DockerClientConfiguration configuration;

    DockerEngine(Uri endpoint, DockerClientConfiguration configuration, IDockerClient client, string version, Version apiVersion)
    {
        this.configuration = configuration;
        Endpoint = endpoint;
        Client = client;
        Client.DefaultTimeout = ActsWithin;
        Version = version;
        ApiVersion = apiVersion;
    }

    /// <summary>Where it listens.</summary>
    public Uri Endpoint { get; }

    /// <summary>What it calls itself, such as 20.10.24.</summary>
    public string Version { get; }

    /// <summary>The API version that is spoken: the one that it offers.</summary>
    public Version ApiVersion { get; }

    /// <summary>For what this class has no method.</summary>
    internal IDockerClient Client { get; }

    /// <summary>The engine at DOCKER_HOST, or at the usual place of this system.</summary>
    /// <exception cref="EnvironmentException">None runs there, we may not speak to it, or it is older than API 1.41.</exception>
    public static Task<DockerEngine> ConnectAsync(CancellationToken ct) => ConnectAsync(ChildEnvironment.Ambient(), ct);

    internal static async Task<DockerEngine> ConnectAsync(IReadOnlyDictionary<string, string> variables, CancellationToken ct)
    {
        var endpoint = DockerEndpoint.Find(variables);
        var found = new DockerClientConfiguration(endpoint, defaultTimeout: AnswersWithin);
        try
        {
            var answer = await AskVersionAsync(found, ct);
            var offered = System.Version.Parse(answer.APIVersion);
            if (offered < Oldest)
            {
                throw new EnvironmentException(
                    $"The Docker engine at {endpoint.OriginalString} is too old: "
                    + $"it is {answer.Version} and speaks API {offered}, "
                    + $"and at least {Oldest} is needed (Docker 20.10).\n  Update it: https://docs.docker.com/engine/install");
            }

            return new DockerEngine(endpoint, found, found.CreateClient(offered), answer.Version, offered);
        }
        catch (Exception exception)
        {
            found.Dispose();
            if (DockerErrors.Is(exception, ct) || exception is FormatException or ArgumentException)
            {
                throw DockerErrors.Unreachable(endpoint, exception);
            }

            throw;
        }
    }

    /// <summary>The containers of a compose project, in the order of their creation, those that have ended included.</summary>
    internal async Task<IReadOnlyList<ProjectContainer>> ContainersAsync(string project, CancellationToken ct)
    {
        var parameters = new ContainersListParameters { All = true, Filters = WithLabel($"{Labels.Project}={project}") };
        var listed = await AskAsync("list containers", () => Client.Containers.ListContainersAsync(parameters, ct), ct);
        var facts = new List<ProjectContainer>();
        foreach (var container in listed.OrderBy(container => container.Created))
        {
            if (await InspectAsync(container.ID, ct) is { } found)
            {
                facts.Add(found);
            }
        }

        return facts;
    }

    /// <summary>One container; null when it is gone.</summary>
    internal async Task<ProjectContainer?> InspectAsync(string id, CancellationToken ct)
    {
        try
        {
            return ProjectContainer.Of(
                await AskAsync("inspect a container", () => Client.Containers.InspectContainerAsync(id, ct), ct));
        }
        catch (EnvironmentException exception) when (IsNotFound(exception))
        {
            return null;
        }
    }

    /// <summary>Whether an image of that name is on this machine.</summary>
    internal async Task<bool> HasImageAsync(string name, CancellationToken ct)
    {
        try
        {
            await AskAsync("inspect an image", () => Client.Images.InspectImageAsync(name, ct), ct);
            return true;
        }
        catch (EnvironmentException exception) when (IsNotFound(exception))
        {
            return false;
        }
    }

    /// <summary>The last lines that a container wrote, standard output and standard error as they came.</summary>
    internal async Task<string> LogTailAsync(ProjectContainer container, int lines, CancellationToken ct)
    {
        using var text = new MemoryStream();
        await CopyLogAsync(container, lines, text, ct);
        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length).TrimEnd();
    }

    /// <summary>Copies what a container wrote, standard output and standard error as they came.</summary>
    /// <param name="container">The container.</param>
    /// <param name="lines">How many of its last lines; null for all.</param>
    /// <param name="target">Where to.</param>
    /// <param name="ct">Ends the copying.</param>
    internal Task CopyLogAsync(ProjectContainer container, int? lines, Stream target, CancellationToken ct)
    {
        var parameters = new ContainerLogsParameters
        {
            ShowStdout = true,
            ShowStderr = true,
            Tail = lines?.ToString(CultureInfo.InvariantCulture) ?? "all",
        };
        return CopyLogAsync(container, parameters, target, target, ct);
    }

    /// <summary>Copies what a container wrote from then on, each line with its time in UTC and a space before it.</summary>
    /// <param name="container">The container.</param>
    /// <param name="since">From when on.</param>
    /// <param name="output">Takes standard output, and all there is where the container has a terminal.</param>
    /// <param name="error">Takes standard error.</param>
    /// <param name="ct">Ends the copying.</param>
    internal Task CopyLogAsync(ProjectContainer container, DateTimeOffset since, Stream output, Stream error, CancellationToken ct)
    {
        var ticks = Math.Max(0, since.UtcTicks - DateTimeOffset.UnixEpoch.Ticks);
        var parameters = new ContainerLogsParameters
        {
            ShowStdout = true,
            ShowStderr = true,
            Timestamps = true,
            Since = string.Create(CultureInfo.InvariantCulture, $"{ticks / TimeSpan.TicksPerSecond}.{ticks % TimeSpan.TicksPerSecond:0000000}"),
            Tail = "all",
        };
        return CopyLogAsync(container, parameters, output, error, ct);
    }

    /// <summary>Everything with that label (<c>name=value</c>), in the order in which it can be removed.</summary>
    internal async Task<IReadOnlyList<EngineObject>> FindAsync(string label, CancellationToken ct)
    {
        var filters = WithLabel(label);
        var containers = await AskAsync(
            "list containers",
            () => Client.Containers.ListContainersAsync(new ContainersListParameters { All = true, Filters = filters }, ct),
            ct);
        var networks = await AskAsync(
            "list networks", () => Client.Networks.ListNetworksAsync(new NetworksListParameters { Filters = filters }, ct), ct);
        var volumes = await AskAsync(
            "list volumes", () => Client.Volumes.ListAsync(new VolumesListParameters { Filters = filters }, ct), ct);
        var images = await AskAsync(
            "list images", () => Client.Images.ListImagesAsync(new ImagesListParameters { Filters = filters }, ct), ct);
        return
        [
            .. containers.Select(one => Object(
                EngineObjectKind.Container, one.ID, one.Names?.FirstOrDefault()?.TrimStart('/') ?? one.ID, one.Labels)),
            .. networks.Select(one => Object(EngineObjectKind.Network, one.ID, one.Name, one.Labels)),
            .. (volumes.Volumes ?? []).Select(one => Object(EngineObjectKind.Volume, one.Name, one.Name, one.Labels)),
            .. images.Select(one => Object(EngineObjectKind.Image, one.ID, string.Join(", ", one.RepoTags ?? [one.ID]), one.Labels)),
        ];
    }

    /// <summary>Removes it, killing a container that runs, with its anonymous volumes. What is gone already is fine.</summary>
    internal async Task RemoveAsync(EngineObject one, CancellationToken ct)
    {
        var how = new ContainerRemoveParameters { Force = true, RemoveVolumes = true };
        Func<Task> remove = one.Kind switch
        {
            EngineObjectKind.Container => () => Client.Containers.RemoveContainerAsync(one.Id, how, ct),
            EngineObjectKind.Network => () => Client.Networks.DeleteNetworkAsync(one.Id, ct),
            EngineObjectKind.Volume => () => Client.Volumes.RemoveAsync(one.Id, force: true, ct),
            _ => () => Client.Images.DeleteImageAsync(one.Id, new ImageDeleteParameters { Force = true }, ct),
        };
        try
        {
            await AskAsync(
                $"remove the {one.Kind.ToString().ToLowerInvariant()} {one.Name}",
                async () =>
                {
                    await remove();
                    return true;
                },
                ct);
        }
        catch (EnvironmentException exception) when (IsNotFound(exception))
        {
            // That is what was wanted.
        }
    }

    /// <summary>Lets go of the connection.</summary>
    public void Dispose()
    {
        Client.Dispose();
        configuration.Dispose();
    }

    static async Task<VersionResponse> AskVersionAsync(DockerClientConfiguration engine, CancellationToken ct)
    {
        using var client = engine.CreateClient();
        return await client.System.GetVersionAsync(ct);
    }

    Task CopyLogAsync(ProjectContainer container, ContainerLogsParameters parameters, Stream output, Stream error, CancellationToken ct) =>
        AskAsync(
            "read a container's log",
            async () =>
            {
                using var log = await Client.Containers.GetContainerLogsAsync(container.Id, container.HasTerminal, parameters, ct);
                await log.CopyOutputToAsync(Stream.Null, output, error, ct);
                return true;
            },
            ct);

    async Task<T> AskAsync<T>(string what, Func<Task<T>> ask, CancellationToken ct)
    {
        try
        {
            return await ask();
        }
        catch (Exception exception) when (DockerErrors.Is(exception, ct))
        {
            throw DockerErrors.IsAnswer(exception)
                ? DockerErrors.Refused(what, exception)
                : DockerErrors.Unreachable(Endpoint, exception);
        }
    }

    static bool IsNotFound(EnvironmentException exception) =>
        exception.InnerException is DockerApiException { StatusCode: HttpStatusCode.NotFound };

    static Dictionary<string, IDictionary<string, bool>> WithLabel(string label) => new(StringComparer.Ordinal)
    {
        ["label"] = new Dictionary<string, bool>(StringComparer.Ordinal) { [label] = true },
    };

    static EngineObject Object(EngineObjectKind kind, string id, string name, IDictionary<string, string>? labels) =>
        new(kind, id, name, new Dictionary<string, string>(labels ?? new Dictionary<string, string>(), StringComparer.Ordinal));
}
