using Docker.DotNet.Models;

namespace Docker.DotNet;

/// <summary>Volumes.</summary>
public interface IVolumeOperations
{
    /// <summary>All volumes.</summary>
    Task<VolumesListResponse> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>The volumes that fit.</summary>
    Task<VolumesListResponse> ListAsync(VolumesListParameters parameters, CancellationToken cancellationToken = default);

    /// <summary>Removes a volume. One that a container uses is a conflict (status 409).</summary>
    /// <param name="name">The volume.</param>
    /// <param name="force">Whether an unknown volume is fine, too.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task RemoveAsync(string name, bool? force = null, CancellationToken cancellationToken = default);
}
