using Docker.DotNet.Models;

namespace Docker.DotNet;

/// <summary>
/// Containers. Each is named by its identity, a unique beginning of it, or its name; one that the engine does not know is a
/// <see cref="DockerContainerNotFoundException"/>.
/// </summary>
public interface IContainerOperations
{
    /// <summary>The containers that fit.</summary>
    Task<IList<ContainerListResponse>> ListContainersAsync(
        ContainersListParameters parameters, CancellationToken cancellationToken = default);

    /// <summary>Everything about one container.</summary>
    Task<ContainerInspectResponse> InspectContainerAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>What a container wrote, and with <c>Follow</c> what it goes on to write. To be disposed.</summary>
    /// <param name="id">The container.</param>
    /// <param name="tty">Whether it has a terminal: <see cref="Config.Tty"/> of the inspected container.</param>
    /// <param name="parameters">Which part.</param>
    /// <param name="cancellationToken">Cancels the call; reading the stream has tokens of its own.</param>
    Task<MultiplexedStream> GetContainerLogsAsync(
        string id, bool tty, ContainerLogsParameters parameters, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reports what a container uses: about once a second until it is removed or the call cancelled, or once, as
    /// <paramref name="parameters"/> say. A container that does not run yields samples that are all zero.
    /// </summary>
    /// <param name="id">The container.</param>
    /// <param name="parameters">How to sample.</param>
    /// <param name="progress">Called for each sample in turn, before the next is read.</param>
    /// <param name="cancellationToken">Ends it, with an <see cref="OperationCanceledException"/>.</param>
    Task GetContainerStatsAsync(
        string id,
        ContainerStatsParameters parameters,
        IProgress<ContainerStatsResponse> progress,
        CancellationToken cancellationToken = default);

    /// <summary>Asks a container to stop, kills it if it does not, and waits until it has: bounded by the token alone.</summary>
    /// <returns>False if it was not running.</returns>
    Task<bool> StopContainerAsync(
        string id, ContainerStopParameters parameters, CancellationToken cancellationToken = default);

    /// <summary>Sends a signal to a container. One that is not running is a conflict (status 409).</summary>
    Task KillContainerAsync(string id, ContainerKillParameters parameters, CancellationToken cancellationToken = default);

    /// <summary>Removes a container. One that runs is a conflict (status 409) unless forced.</summary>
    Task RemoveContainerAsync(string id, ContainerRemoveParameters parameters, CancellationToken cancellationToken = default);
}
