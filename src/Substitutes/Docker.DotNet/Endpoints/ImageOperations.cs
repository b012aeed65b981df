using Docker.DotNet.Internal;
using Docker.DotNet.Models;

namespace Docker.DotNet;

internal sealed class ImageOperations(Engine engine) : IImageOperations
{
    public Task<IList<ImagesListResponse>> ListImagesAsync(
        ImagesListParameters parameters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var query = new Query { { "all", parameters.All }, { "digests", parameters.Digests }, { "filters", parameters.Filters } };
        return engine.ReadAsync<IList<ImagesListResponse>>(EngineRequest.Get("images/json", query), cancellationToken);
    }

    public Task<ImageInspectResponse> InspectImageAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var request = EngineRequest.Get($"images/{EngineRequest.Escape(name)}/json") with
        {
            NotFound = static (status, body) => new DockerImageNotFoundException(status, body),
        };
        return engine.ReadAsync<ImageInspectResponse>(request, cancellationToken);
    }

    public Task<IList<IDictionary<string, string>>> DeleteImageAsync(
        string name, ImageDeleteParameters parameters, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(parameters);
        var query = new Query { { "force", parameters.Force }, { "noprune", parameters.NoPrune } };
        var request = new EngineRequest(HttpMethod.Delete, $"images/{EngineRequest.Escape(name)}", query)
        {
            NotFound = static (status, body) => new DockerImageNotFoundException(status, body),
        };
        return engine.ReadAsync<IList<IDictionary<string, string>>>(request, cancellationToken);
    }
}
