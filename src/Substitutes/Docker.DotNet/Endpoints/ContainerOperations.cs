using System.Net;
using Docker.DotNet.Internal;
using Docker.DotNet.Models;

namespace Docker.DotNet;

internal sealed class ContainerOperations(Engine engine) : IContainerOperations
{
    public Task<IList<ContainerListResponse>> ListContainersAsync(
        ContainersListParameters parameters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var query = new Query
        {
            { "all", parameters.All },
            { "size", parameters.Size },
            { "limit", parameters.Limit },
            { "filters", parameters.Filters },
        };
        return engine.ReadAsync<IList<ContainerListResponse>>(EngineRequest.Get("containers/json", query), cancellationToken);
    }

    public Task<ContainerInspectResponse> InspectContainerAsync(string id, CancellationToken cancellationToken = default) =>
        engine.ReadAsync<ContainerInspectResponse>(Request(HttpMethod.Get, id, "/json"), cancellationToken);

    public async Task<MultiplexedStream> GetContainerLogsAsync(
        string id, bool tty, ContainerLogsParameters parameters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var query = new Query
        {
            { "stdout", parameters.ShowStdout },
            { "stderr", parameters.ShowStderr },
            { "since", parameters.Since },
            { "until", parameters.Until },
            { "timestamps", parameters.Timestamps },
            { "follow", parameters.Follow },
            { "tail", parameters.Tail },
        };
        var stream = await engine.OpenAsync(Request(HttpMethod.Get, id, "/logs", query), cancellationToken);
        return new MultiplexedStream(stream, multiplexed: !tty);
    }

    public Task GetContainerStatsAsync(
        string id,
        ContainerStatsParameters parameters,
        IProgress<ContainerStatsResponse> progress,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(progress);
        var query = new Query { { "stream", parameters.Stream }, { "one-shot", parameters.OneShot } };
        return engine.MonitorAsync(Request(HttpMethod.Get, id, "/stats", query), progress, cancellationToken);
    }

    public async Task<bool> StopContainerAsync(
        string id, ContainerStopParameters parameters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var query = new Query { { "t", parameters.WaitBeforeKillSeconds } };
        var request = Request(HttpMethod.Post, id, "/stop", query) with { Timeout = Timeout.InfiniteTimeSpan };
        return await engine.SendAsync(request, cancellationToken) != HttpStatusCode.NotModified;
    }

    public Task KillContainerAsync(
        string id, ContainerKillParameters parameters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var query = new Query { { "signal", parameters.Signal } };
        return engine.SendAsync(Request(HttpMethod.Post, id, "/kill", query), cancellationToken);
    }

    public Task RemoveContainerAsync(
        string id, ContainerRemoveParameters parameters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var query = new Query
        {
            { "v", parameters.RemoveVolumes },
            { "link", parameters.RemoveLinks },
            { "force", parameters.Force },
        };
        return engine.SendAsync(Request(HttpMethod.Delete, id, "", query), cancellationToken);
    }

    static EngineRequest Request(HttpMethod method, string id, string what, Query query = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return new EngineRequest(method, $"containers/{EngineRequest.Escape(id)}{what}", query)
        {
            NotFound = static (status, body) => new DockerContainerNotFoundException(status, body),
        };
    }
}
