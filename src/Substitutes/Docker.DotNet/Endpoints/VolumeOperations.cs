using Docker.DotNet.Internal;
using Docker.DotNet.Models;

namespace Docker.DotNet;

internal sealed class VolumeOperations(Engine engine) : IVolumeOperations
{
    public Task<VolumesListResponse> ListAsync(CancellationToken cancellationToken = default) =>
        ListAsync(null, cancellationToken);

    public Task<VolumesListResponse> ListAsync(VolumesListParameters parameters, CancellationToken cancellationToken = default) =>
        engine.ReadAsync<VolumesListResponse>(
            EngineRequest.Get("volumes", new Query { { "filters", parameters?.Filters } }), cancellationToken);

    public Task RemoveAsync(string name, bool? force = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var query = new Query { { "force", force } };
        return engine.SendAsync(
            new EngineRequest(HttpMethod.Delete, $"volumes/{EngineRequest.Escape(name)}", query), cancellationToken);
    }
}
