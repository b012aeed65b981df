using System.Globalization;
using PerfGate.Environments.Docker;
using PerfGate.Environments.Life;
using PerfGate.Environments.Probes;

namespace PerfGate.Environments.Compose;

/// <summary>The containers of one run: started in order, waited for, found again through the engine.</summary>
/// <param name="definition">What they are.</param>
/// <param name="project">The compose file with what the run puts over it.</param>
/// <param name="engine">Where they run.</param>
/// <param name="logs">What they write.</param>
/// <param name="time">The clock.</param>
internal sealed class ComposeSystem(
    ComposeDefinition definition, ComposeProject project, DockerEngine engine, ContainerLogs logs, TimeProvider time)
    : IAsyncDisposable
{
    static readonly TimeSpan UpWithin = TimeSpan.FromMinutes(5);
    static readonly TimeSpan DeathIsSeenWithin = TimeSpan.FromSeconds(3);

    readonly ContainerWatch watch = new(engine, logs, project.Name, [.. Names(definition)], time);
    IReadOnlyList<ProjectContainer> started = [];

    /// <summary>Completes with what happened when a container ends that should run; never when nothing does.</summary>
    public Task<string> Died => watch.Died;

    /// <summary>The stores that are published, once they are healthy.</summary>
    public IReadOnlyList<StoreAddress> Stores { get; private set; } = [];

    /// <summary>Where users send their requests; null until the system is ready.</summary>
    public Uri? BaseAddress { get; private set; }

    /// <summary>What is read beside the load.</summary>
    public IEnumerable<IProbe> Probes => ComposeProbes.Of(engine, Containers, Names(definition), Stores, time);

    IReadOnlyList<ProjectContainer> Containers => watch.Latest is { Count: > 0 } latest ? latest : started;

    /// <summary>The services, then the stores.</summary>
    public static IEnumerable<string> Names(ComposeDefinition definition) =>
        definition.Services.Concat(definition.Stores.Select(store => store.Name));

    /// <summary>Starts the stores and waits until they are healthy. From here on, a death is noticed.</summary>
    public async Task StartStoresAsync(Lifecycle life, CancellationToken ct)
    {
        var names = definition.Stores.Select(store => store.Name).ToList();
        if (names.Count > 0)
        {
            await life.StepAsync(() => UpAsync("The stores could not be started.", names, ct));
        }

        watch.Start();
        if (names.Count > 0)
        {
            await life.StepAsync(() => WaitForHealthAsync(names, ct));
        }
    }

    /// <summary>Starts the services and waits until the first one answers.</summary>
    public async Task StartServicesAsync(Lifecycle life, CancellationToken ct)
    {
        await life.StepAsync(() => UpAsync("The system could not be started.", definition.Services, ct));
        var first = definition.Services[0];
        var port = await PortOfAsync(first, definition.Port, ct);
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        if (definition.ReadyPath is { } path)
        {
            await life.StepAsync(async () =>
            {
                await new Readiness(time, definition.DefinedIn).WaitAsync(
                    first, new Uri(address, path), definition.ReadyWithin, () => TailAsync(first, ct), Died, ct);
                return $"ready {first}";
            });
        }

        BaseAddress = address;
    }

    /// <summary>A service as it is now.</summary>
    /// <param name="name">Which.</param>
    /// <param name="isStopping">Whether its end is ours.</param>
    public ServiceStatus Status(string name, bool isStopping)
    {
        var container = Find(Containers, name);
        var isLoaded = string.Equals(name, definition.Services[0], StringComparison.Ordinal);
        var state = container switch
        {
            null => isStopping ? ServiceState.Stopped : ServiceState.Waiting,
            _ when string.Equals(watch.Dead, name, StringComparison.Ordinal) => ServiceState.Died,
            _ when isStopping => ServiceState.Stopped,
            { IsRunning: true, Health: null or { IsHealthy: true } } when !isLoaded || BaseAddress is not null
                => ServiceState.Running,
            _ => ServiceState.Starting,
        };
        return new ServiceStatus(
            name, state, isLoaded ? BaseAddress : null, ProcessId: null, container?.StartedAt, (int?)container?.ExitCode);
    }

    /// <summary>Stops looking: what ends from now on was ended by us.</summary>
    public ValueTask DisposeAsync() => watch.DisposeAsync();

    async Task<string> UpAsync(string otherwise, IReadOnlyList<string> names, CancellationToken ct)
    {
        await project.RequireAsync(otherwise, UpWithin, ["up", "-d", "--no-build", "--no-recreate", .. names], ct);
        started = await engine.ContainersAsync(project.Name, ct);
        return $"start {string.Join(", ", names)}";
    }

    async Task<string> WaitForHealthAsync(IReadOnlyList<string> names, CancellationToken ct)
    {
        var wait = new HealthWait(engine, logs, project.Name, time, definition.DefinedIn);
        await wait.WaitAsync(names, definition.HealthyWithin, Died, ct);
        var addresses = new List<StoreAddress>();
        foreach (var store in definition.Stores)
        {
            if (store.Port is { } port)
            {
                addresses.Add(new StoreAddress(store, await PortOfAsync(store.Name, port, ct)));
            }
        }

        Stores = addresses;
        return $"healthy {string.Join(", ", names)}";
    }

    async Task<int> PortOfAsync(string service, int port, CancellationToken ct)
    {
        var container = Find(started, service);
        if (container is null || container.HasEnded)
        {
            // Whoever watches is about to see it, and to say why.
            await Task.WhenAny(Died, Task.Delay(DeathIsSeenWithin, time, ct));
            ct.ThrowIfCancellationRequested();
            throw new EnvironmentException(Died.IsCompletedSuccessfully
                ? await Died
                : $"'{service}' does not run: its container is {container?.State ?? "not there"}.\n"
                    + "  Its log is among the logs of this run.");
        }

        return container.Ports.TryGetValue(port, out var published)
            ? published
            : throw new EnvironmentException(
                $"Port {port} of '{service}' is not published on this machine.\n"
                + $"  Does it use network_mode: host in {definition.File}? Then its ports cannot be told from another run's.");
    }

    async Task<string> TailAsync(string service, CancellationToken ct) =>
        Find(started, service) is { } container ? await logs.TailAsync(container, ct) : "";

    static ProjectContainer? Find(IReadOnlyList<ProjectContainer> containers, string service) =>
        containers.FirstOrDefault(one => !one.IsOneOff && string.Equals(one.Service, service, StringComparison.Ordinal));
}
