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

    /// <summary>Takes a name off an image, and deletes the image with its last name. One in use is a conflict (status 409).</summary>
    /// <returns>What was done: pairs of <c>Untagged</c> or <c>Deleted</c> and what that was done to.</returns>
    /// <exception cref="DockerImageNotFoundException">There is no image of this identity or name on the machine.</exception>
    Task<IList<IDictionary<string, string>>> DeleteImageAsync(
        string name, ImageDeleteParameters parameters, CancellationToken cancellationToken = default);
}
