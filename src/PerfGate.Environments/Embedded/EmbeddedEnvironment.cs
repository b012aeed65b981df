using PerfGate.Environments.Probes;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Embedded;

/// <summary>
/// The system as plain child processes on loopback, with its stores in the run's data folder. Needs nothing but the .NET SDK.
/// </summary>
public sealed class EmbeddedEnvironment : ISystemEnvironment
{
    // What never got ready has nothing to finish, and a person who cancelled is waiting.
    static readonly TimeSpan GraceAfterFailure = TimeSpan.FromMilliseconds(500);

    readonly EmbeddedDefinition definition;
    readonly EnvironmentOptions options;
    readonly TimeProvider time;
    readonly RunFolders folders;
    readonly ProcessRunner runner;
    readonly IReadOnlyList<ServiceInstance> services;
    readonly List<EnvironmentStep> steps = [];
    readonly TaskCompletionSource<string> died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly CancellationTokenSource closing = new();
    ServiceCommands? commands;
    Phase phase = Phase.New;
    Task work = Task.CompletedTask;
    Task? disposing;

    /// <summary>An environment that is not up yet. Nothing is written or started before <see cref="UpAsync"/>.</summary>
    /// <exception cref="EnvironmentException">The definition has problems; the message lists all of them.</exception>
    public EmbeddedEnvironment(EmbeddedDefinition definition, EnvironmentOptions options, TimeProvider time)
    {
        var problems = definition.Problems().ToList();
        if (problems.Count > 0)
        {
            throw new EnvironmentException(
                $"The environment in {definition.DefinedIn} cannot work:\n{Texts.Indent(string.Join('\n', problems), "  - ")}");
        }

        this.definition = definition;
        this.options = options;
        this.time = time;
        folders = new RunFolders(options.RunFolder);
        services = [.. definition.Services.Select(service => new ServiceInstance(service))];
        runner = new ProcessRunner(time)
        {
            Echo = options.Echo,
            Redactor = definition.Services.Aggregate(
                Redactor.OfVariables(ChildEnvironment.Ambient()),
                (redactor, service) => redactor.With(service.Variables, service.Secrets)),
        };
    }

    /// <inheritdoc/>
    public string Kind => "embedded";

    /// <inheritdoc/>
    public Uri? BaseAddress => phase == Phase.New ? null : services[0].Url;

    /// <inheritdoc/>
    public IReadOnlyList<EnvironmentStep> Steps
    {
        get
        {
            lock (steps)
            {
                return [.. steps];
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<ServiceStatus> Services => [.. services.Select(service => service.Status)];

    /// <inheritdoc/>
    public IReadOnlyList<IProbe> Probes =>
    [
        .. services
            .Select(service => service.Process)
            .OfType<ServiceProcess>()
            .Select(process => new ProcessProbe(process.Name, process.Id)),
    ];

    /// <inheritdoc/>
    public Task<string> Died => died.Task;

    /// <inheritdoc/>
    public Task UpAsync(CancellationToken ct) => AdvanceAsync(Phase.New, Phase.Up, BuildAsync, ct);

    /// <inheritdoc/>
    public Task MigrateAsync(CancellationToken ct) => AdvanceAsync(Phase.Up, Phase.Migrated, ApplyMigrationsAsync, ct);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken ct) => AdvanceAsync(Phase.Migrated, Phase.Started, StartServicesAsync, ct);

    /// <inheritdoc/>
    public Task SaveLogsAsync(string folder, bool whole)
    {
        ObjectDisposedException.ThrowIf(phase == Phase.Disposed, this);
        return folders.SaveLogsAsync(folder, whole);
    }

    /// <inheritdoc/>
    public void Abort()
    {
        if (!closing.IsCancellationRequested)
        {
            closing.Cancel();
        }

        foreach (var service in services)
        {
            service.IsStopping = true;
            service.Process?.Kill();
        }
    }

    /// <summary>
    /// Stops the services (all at once, each with <see cref="EnvironmentOptions.StopWithin"/> to end by itself), then deletes
    /// programs, logs and data. A step under way is cancelled first. Safe at any phase, and again.
    /// </summary>
    public ValueTask DisposeAsync()
    {
        lock (steps)
        {
            return new ValueTask(disposing ??= DisposeOnceAsync());
        }
    }

    Task AdvanceAsync(Phase from, Phase to, Func<CancellationToken, Task> step, CancellationToken ct)
    {
        lock (steps)
        {
            ObjectDisposedException.ThrowIf(disposing is not null, this);
            if (phase != from || !work.IsCompleted)
            {
                throw new InvalidOperationException(
                    $"The environment is {phase}: to become {to} it has to be {from}, with no other step under way.");
            }

            return work = AdvanceOnceAsync(to, step, ct);
        }
    }

    async Task AdvanceOnceAsync(Phase to, Func<CancellationToken, Task> step, CancellationToken ct)
    {
        // Out of the lock that our caller holds.
        await Task.Yield();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, closing.Token);
        try
        {
            either.Token.ThrowIfCancellationRequested();
            await step(either.Token);
            phase = to;
        }
        catch
        {
            phase = Phase.Failed;
            await TakeDownAsync(GraceAfterFailure);
            throw;
        }
    }

    async Task BuildAsync(CancellationToken ct)
    {
        var ports = services.ToDictionary(
            service => service.Name,
            service => Ports.Assign(service.Name, service.Definition.Port, definition.DefinedIn),
            StringComparer.Ordinal);
        var placeholders = new Placeholders(folders.Data, options.RunId, ports);
        commands = new ServiceCommands(definition, placeholders, options.Root);
        folders.Create();
        var publisher = new ServicePublisher(runner, definition, options, time);
        foreach (var service in services.Where(service => service.Definition.Project is not null))
        {
            await StepAsync(async () =>
            {
                service.Assembly = await publisher.PublishAsync(
                    service.Definition, folders.Published(service.Name), folders.Log($"build-{service.Name}"), ct);
                return $"build {service.Name}";
            });
        }

        foreach (var service in services)
        {
            service.Url = placeholders.Url(service.Name);
        }
    }

    async Task ApplyMigrationsAsync(CancellationToken ct)
    {
        var migrator = new Migrator(runner, commands!, folders);
        foreach (var migration in definition.Migrations)
        {
            var by = migration.Service ?? services[0].Name;
            var service = services.First(one => string.Equals(one.Name, by, StringComparison.Ordinal));
            foreach (var step in migrator.Steps(migration, service))
            {
                await StepAsync(() => step(ct));
            }
        }
    }

    async Task StartServicesAsync(CancellationToken ct)
    {
        var readiness = new Readiness(time);
        foreach (var service in services)
        {
            ct.ThrowIfCancellationRequested();
            await StepAsync(async () =>
            {
                service.Process = runner.StartService(
                    service.Name, commands!.Of(service, service.Definition.Arguments), folders.System);
                _ = WatchAsync(service, service.Process);
                if (service.Definition.ReadyPath is { } path)
                {
                    var url = new Uri(service.Url!, path);
                    await readiness.WaitAsync(service.Definition, url, service.Process, Died, definition.DefinedIn, ct);
                }

                service.IsReady = true;
                return $"start {service.Name}";
            });
        }
    }

    async Task WatchAsync(ServiceInstance service, ServiceProcess process)
    {
        await process.Exited;
        if (!service.IsStopping)
        {
            service.HasDied = true;
            var when = service.IsReady ? "while it should run" : "before it was ready";
            died.TrySetResult(await Deaths.DescribeAsync(process, when));
        }
    }

    async Task StepAsync(Func<Task<string>> step)
    {
        var started = time.GetTimestamp();
        var name = await step();
        lock (steps)
        {
            steps.Add(new EnvironmentStep(name, time.GetElapsedTime(started)));
        }
    }

    async Task TakeDownAsync(TimeSpan grace)
    {
        foreach (var service in services)
        {
            service.IsStopping = true;
        }

        await Task.WhenAll(services.Select(service => service.Process?.StopAsync(grace) ?? Task.CompletedTask));
        folders.DeletePrograms();
        if (!options.KeepData)
        {
            RunFolders.Delete(folders.Data);
        }
    }

    async Task DisposeOnceAsync()
    {
        await closing.CancelAsync();
        await work.ContinueWith(_ => { }, TaskScheduler.Default);
        if (phase != Phase.New)
        {
            await StepAsync(async () =>
            {
                await TakeDownAsync(options.StopWithin);
                RunFolders.Delete(folders.System);
                return "down";
            });
        }

        phase = Phase.Disposed;
        closing.Dispose();
    }
}
