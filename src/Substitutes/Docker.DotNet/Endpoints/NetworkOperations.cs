using Docker.DotNet.Internal;
using Docker.DotNet.Models;

namespace Docker.DotNet;

internal sealed class NetworkOperations(Engine engine) : INetworkOperations
{
    public Task<IList<NetworkResponse>> ListNetworksAsync(
        NetworksListParameters parameters = null, CancellationToken cancellationToken = default) =>
        engine.ReadAsync<IList<NetworkResponse>>(
            EngineRequest.Get("networks", new Query { { "filters", parameters?.Filters } }), cancellationToken);

    public Task DeleteNetworkAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        var request = new EngineRequest(HttpMethod.Delete, $"networks/{EngineRequest.Escape(id)}")
        {
            NotFound = static (status, body) => new DockerNetworkNotFoundException(status, body),
        };
        return engine.SendAsync(request, cancellationToken);
    }
}
