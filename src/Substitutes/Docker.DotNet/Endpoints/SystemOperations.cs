using Docker.DotNet.Internal;
using Docker.DotNet.Models;

namespace Docker.DotNet;

internal sealed class SystemOperations(Engine engine) : ISystemOperations
{
    public Task<VersionResponse> GetVersionAsync(CancellationToken cancellationToken = default) =>
        engine.ReadAsync<VersionResponse>(EngineRequest.Get("version"), cancellationToken);

    public Task PingAsync(CancellationToken cancellationToken = default) =>
        engine.SendAsync(EngineRequest.Get("_ping"), cancellationToken);

    public Task<SystemInfoResponse> GetSystemInfoAsync(CancellationToken cancellationToken = default) =>
        engine.ReadAsync<SystemInfoResponse>(EngineRequest.Get("info"), cancellationToken);

    public Task MonitorEventsAsync(
        ContainerEventsParameters parameters, IProgress<Message> progress, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(progress);
        var query = new Query { { "since", parameters.Since }, { "until", parameters.Until }, { "filters", parameters.Filters } };
        return engine.MonitorAsync(EngineRequest.Get("events", query), progress, cancellationToken);
    }
}
