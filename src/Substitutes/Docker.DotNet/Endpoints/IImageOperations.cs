using Docker.DotNet.Models;

namespace Docker.DotNet;

/// <summary>Images on the machine.</summary>
public interface IImageOperations
{
    /// <summary>The images that fit.</summary>
    Task<IList<ImagesListResponse>> ListImagesAsync(
        ImagesListParameters parameters, CancellationToken cancellationToken = default);

    /// <summary>Everything about one image. Never pulls it.</summary>
    /// <exception cref="DockerImageNotFoundException">There is no image of this identity or name on the machine.</exception>
    Task<ImageInspectResponse> InspectImageAsync(string name, CancellationToken cancellationToken = default);
}
