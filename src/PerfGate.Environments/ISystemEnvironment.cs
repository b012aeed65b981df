using PerfGate.Environments.Logs;
using PerfGate.Environments.Probes;

namespace PerfGate.Environments;

/// <summary>
/// Where the system under test runs. Its life is <see cref="UpAsync"/>, <see cref="MigrateAsync"/>,
/// <see cref="StartAsync"/>, and <see cref="IAsyncDisposable.DisposeAsync"/> at whatever point that life ends. A step that
/// fails or is cancelled has taken down what it and its predecessors brought up; only the logs stay until the end.
/// </summary>
public interface ISystemEnvironment : IAsyncDisposable
{
    /// <summary>embedded or compose.</summary>
    string Kind { get; }

    /// <summary>Where users send their requests; null until the system is up.</summary>
    Uri? BaseAddress { get; }

    /// <summary>The steps finished so far, in order.</summary>
    IReadOnlyList<EnvironmentStep> Steps { get; }

    /// <summary>The services of the system, in the order of their definition.</summary>
    IReadOnlyList<ServiceStatus> Services { get; }

    /// <summary>One probe for each service that runs.</summary>
    IReadOnlyList<IProbe> Probes { get; }

    /// <summary>
    /// Completes with a sentence when a service ends by itself while it should run: which one, its exit code, when, and the
    /// tail of its log. Never fails, and never completes when nothing died.
    /// </summary>
    Task<string> Died { get; }

    /// <summary>Builds the system and makes its stores ready.</summary>
    /// <exception cref="EnvironmentException">Something could not be built, or a port is taken.</exception>
    Task UpAsync(CancellationToken ct);

    /// <summary>Applies the migrations, proves that nothing is pending, and seeds.</summary>
    /// <exception cref="EnvironmentException">A migration failed, or something is still pending.</exception>
    Task MigrateAsync(CancellationToken ct);

    /// <summary>Starts the services and waits until each is ready.</summary>
    /// <exception cref="EnvironmentException">A service ended, or was not ready in time.</exception>
    Task StartAsync(CancellationToken ct);

    /// <summary>Saves each log, secrets masked, to a folder that is made if need be.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="whole">Everything, rather than the last lines only.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="ObjectDisposedException">The environment, and with it the logs, is gone.</exception>
    Task SaveLogsAsync(string folder, bool whole);

    /// <summary>
    /// Reads what the logs told from then on: of each service whose log can be read, the stores included. Times are those at
    /// which a line came out of the service. Long logs take time to read, never much memory.
    /// </summary>
    /// <param name="since">From when on.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">Cancelled. Nothing else makes it fail: a log that cannot be read is missing.</exception>
    Task<IReadOnlyList<ServiceLog>> ReadLogsAsync(DateTimeOffset since, CancellationToken ct);

    /// <summary>Kills every process of the system now, without grace. For the second Ctrl+C: quick, safe at any time.</summary>
    void Abort();
}
