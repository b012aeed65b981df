using System.Globalization;
using PerfGate.Environments.Docker;
using PerfGate.Environments.Life;
using PerfGate.Environments.Probes.Containers;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Compose;

/// <summary>
/// Looks at the containers of a project twice a second, through the engine, and tells when one that should run has ended, was
/// restarted, ran out of memory or is gone, or when the engine itself has gone.
/// </summary>
/// <param name="engine">The engine.</param>
/// <param name="logs">Reads why.</param>
/// <param name="project">The project.</param>
/// <param name="lasting">Services that never end by themselves; of the others, an end with 0 is fine.</param>
/// <param name="time">The clock.</param>
internal sealed class ContainerWatch(
    DockerEngine engine, ContainerLogs logs, string project, IReadOnlyCollection<string> lasting, TimeProvider time)
    : IAsyncDisposable
{
    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);
    static readonly TimeSpan EngineMayBeAway = TimeSpan.FromSeconds(3);
    static readonly TimeSpan LogWithin = TimeSpan.FromSeconds(5);
    const int Killed = 137;

    readonly TaskCompletionSource<string> died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly CancellationTokenSource stop = new();
    volatile IReadOnlyList<ProjectContainer> latest = [];
    Task watching = Task.CompletedTask;

    /// <summary>Completes with what happened; never fails, and never completes when nothing did.</summary>
    public Task<string> Died => died.Task;

    /// <summary>The service that died; null while none did.</summary>
    public string? Dead { get; private set; }

    /// <summary>The containers as they were when last looked at.</summary>
    public IReadOnlyList<ProjectContainer> Latest => latest;

    /// <summary>Begins to look.</summary>
    public void Start() => watching = WatchAsync(stop.Token);

    /// <summary>Stops looking: what ends from now on was ended by us.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!stop.IsCancellationRequested)
        {
            await stop.CancelAsync();
        }

        await watching;
    }

    async Task WatchAsync(CancellationToken ct)
    {
        using var ticks = new PeriodicTimer(Between, time);
        var answered = time.GetTimestamp();
        try
        {
            do
            {
                try
                {
                    if (await LookAsync(ct) is { } what)
                    {
                        died.TrySetResult(what);
                        return;
                    }

                    answered = time.GetTimestamp();
                }
                catch (EnvironmentException exception) when (time.GetElapsedTime(answered) > EngineMayBeAway)
                {
                    died.TrySetResult(EngineGone(exception, time.GetElapsedTime(answered)));
                    return;
                }
                catch (EnvironmentException)
                {
                    // An engine that was asked to do much may stumble; one that has gone stays away.
                }
            }
            while (await ticks.WaitForNextTickAsync(ct));
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    async Task<string?> LookAsync(CancellationToken ct)
    {
        var before = latest;
        var now = (await engine.ContainersAsync(project, ct)).Where(container => !container.IsOneOff).ToList();
        latest = now;
        foreach (var one in now)
        {
            var container = await WithReasonAsync(one, ct);
            if (ContainerDeaths.Describe(container, !lasting.Contains(container.Service), time.GetUtcNow()) is { } what)
            {
                Dead = container.Service;
                return $"{what} {Deaths.LastLines(await LogAsync(container))}";
            }
        }

        if (before.FirstOrDefault(one => now.TrueForAll(other => other.Id != one.Id)) is { } gone)
        {
            Dead = gone.Service;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"'{gone.Service}' is gone: somebody removed its container, seen at {time.GetUtcNow():HH:mm:ss} UTC.");
        }

        return null;
    }

    // The engine's own flag may be missing where the kernel killed: an engine that learns of the end first never sets it.
    async Task<ProjectContainer> WithReasonAsync(ProjectContainer container, CancellationToken ct) =>
        container is { WasOutOfMemory: false, ExitCode: Killed, StartedAt: { } started }
        && await OomEvents.AnyAsync(engine.Client, container.Id, started, time.GetUtcNow(), ct)
            ? container with { WasOutOfMemory = true }
            : container;

    // Not on the token of the watch: a death that was seen is told whole.
    async Task<string> LogAsync(ProjectContainer container)
    {
        using var limit = new CancellationTokenSource(LogWithin, time);
        try
        {
            return await logs.TailAsync(container, limit.Token);
        }
        catch (OperationCanceledException)
        {
            return "";
        }
    }

    string EngineGone(EnvironmentException exception, TimeSpan away) => string.Create(
        CultureInfo.InvariantCulture,
        $"The Docker engine went away in the middle: it has not answered for {Texts.Say(away)}, "
        + $"seen at {time.GetUtcNow():HH:mm:ss} UTC. {exception.Message}");
}
