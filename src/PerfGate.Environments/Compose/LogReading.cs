using PerfGate.Environments.Docker;
using PerfGate.Environments.Logs;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Compose;

/// <summary>Reads what the containers of a project told, service by service; what cannot be read is missing, and that is said.</summary>
/// <param name="engine">Has the containers.</param>
/// <param name="logs">Reads one.</param>
/// <param name="project">The project.</param>
/// <param name="echo">Told what could not be read; null for nobody.</param>
/// <param name="time">The clock.</param>
internal sealed class LogReading(DockerEngine engine, ContainerLogs logs, string project, Action<string>? echo, TimeProvider time)
{
    static readonly TimeSpan Within = TimeSpan.FromSeconds(30);

    /// <summary>One entry for each service whose log could be read.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<IReadOnlyList<ServiceLog>> ReadAsync(DateTimeOffset since, CancellationToken ct)
    {
        var containers = await TryAsync("The logs of the containers", token => engine.ContainersAsync(project, token), ct) ?? [];
        var read = new List<ServiceLog>();
        foreach (var service in containers.Where(container => !container.IsOneOff).GroupBy(container => container.Service, StringComparer.Ordinal))
        {
            if (await TryAsync($"The log of '{service.Key}'", token => logs.ReadAsync(service.Key, service, since, token), ct) is { } log)
            {
                read.Add(log);
            }
        }

        return read;
    }

    async Task<T?> TryAsync<T>(string what, Func<CancellationToken, Task<T>> read, CancellationToken ct) where T : class
    {
        using var limit = new CancellationTokenSource(Within, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            return await read(either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            echo?.Invoke($"{what} could not be read within {Texts.Say(Within)}.");
            return null;
        }
        catch (Exception exception) when (exception is EnvironmentException or ObjectDisposedException)
        {
            echo?.Invoke($"{what} could not be read: {Texts.FirstLine(exception.Message)}");
            return null;
        }
    }
}
