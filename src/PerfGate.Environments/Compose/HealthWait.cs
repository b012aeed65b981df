using PerfGate.Environments.Docker;
using PerfGate.Environments.Life;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Compose;

/// <summary>
/// Waits until stores are healthy, as the engine says, and tells what their checks and logs said when they do not get so.
/// </summary>
internal sealed class HealthWait(DockerEngine engine, ContainerLogs logs, string project, TimeProvider time, string definedIn)
{
    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    /// <summary>Returns once all of them are healthy.</summary>
    /// <param name="services">Those services; each needs a health check.</param>
    /// <param name="within">How long to wait.</param>
    /// <param name="died">Completes when a service ends by itself; the waiting then ends too.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <exception cref="EnvironmentException">One has no health check, was not healthy in time, or a service died.</exception>
    public async Task WaitAsync(IReadOnlyList<string> services, TimeSpan within, Task<string> died, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            if (died.IsCompleted)
            {
                throw new EnvironmentException(await died);
            }

            var containers = await engine.ContainersAsync(project, ct);
            var waiting = services
                .Select(name => (Name: name, Container: Find(containers, name)))
                .Where(one => one.Container?.Health?.IsHealthy != true)
                .ToList();
            if (waiting.Count == 0)
            {
                return;
            }

            if (waiting.Find(one => one.Container is { IsRunning: true, Health: null }).Name is { } unwatched)
            {
                throw new EnvironmentException(
                    $"'{unwatched}' has no health check, so that nobody can tell when it is ready.\n"
                    + $"  Give it a healthcheck in the compose file (interval: 1s), or take it out of Stores in {definedIn}.");
            }

            if (time.GetElapsedTime(started) > within)
            {
                throw new EnvironmentException(await DescribeAsync(waiting[0].Name, waiting[0].Container, within, ct));
            }

            await Task.WhenAny(died, Task.Delay(Between, time, ct));
            ct.ThrowIfCancellationRequested();
        }
    }

    async Task<string> DescribeAsync(string name, ProjectContainer? container, TimeSpan within, CancellationToken ct)
    {
        var state = container?.Health is { } health
            ? $"its health check says {health.Status} "
                + $"(exit code {health.LastExitCode?.ToString() ?? "none yet"}, {health.FailingStreak} times in a row)"
                + (string.IsNullOrEmpty(health.LastOutput) ? "" : $": {health.LastOutput}")
            : $"its container is {container?.State ?? "not there"}";
        return $"'{name}' was not healthy after {Texts.Say(within)}: {state}.\n"
            + $"  {(container is null ? "" : Deaths.LastLines(await logs.TailAsync(container, ct)))}\n"
            + $"  The limit is HealthyWithin in {definedIn}.";
    }

    static ProjectContainer? Find(IReadOnlyList<ProjectContainer> containers, string service) =>
        containers.FirstOrDefault(one => !one.IsOneOff && string.Equals(one.Service, service, StringComparison.Ordinal));
}
