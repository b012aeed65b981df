using Docker.DotNet.Models;

namespace Docker.DotNet;

/// <summary>The engine itself.</summary>
public interface ISystemOperations
{
    /// <summary>What the engine is, and which API versions it speaks.</summary>
    Task<VersionResponse> GetVersionAsync(CancellationToken cancellationToken = default);

    /// <summary>Returns if the engine answers.</summary>
    Task PingAsync(CancellationToken cancellationToken = default);

    /// <summary>The machine that the engine runs on.</summary>
    Task<SystemInfoResponse> GetSystemInfoAsync(CancellationToken cancellationToken = default);

    /// <summary>Reports what happens in the engine, as it happens, until cancelled or <c>Until</c> has come.</summary>
    /// <param name="parameters">Which events.</param>
    /// <param name="progress">Called for each event in turn, before the next is read.</param>
    /// <param name="cancellationToken">Ends it, with an <see cref="OperationCanceledException"/>.</param>
    Task MonitorEventsAsync(
        ContainerEventsParameters parameters, IProgress<Message> progress, CancellationToken cancellationToken = default);
}
