using Docker.DotNet.Models;

namespace Docker.DotNet;

/// <summary>Networks.</summary>
public interface INetworkOperations
{
    /// <summary>The networks that fit; all if nothing is asked for.</summary>
    Task<IList<NetworkResponse>> ListNetworksAsync(
        NetworksListParameters parameters = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes a network. One with containers in it is refused (status 403).</summary>
    /// <exception cref="DockerNetworkNotFoundException">There is no network of this identity or name.</exception>
    Task DeleteNetworkAsync(string id, CancellationToken cancellationToken = default);
}
