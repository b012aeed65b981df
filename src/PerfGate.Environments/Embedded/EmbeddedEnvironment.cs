using PerfGate.Environments.Life;
using PerfGate.Environments.Logs;
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
    readonly Lifecycle life;
    readonly TaskCompletionSource<string> died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    ServiceCommands? commands;

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
        life = new Lifecycle(time, () => TakeDownAsync(GraceAfterFailure), EndAsync);
        services = [.. definition.Services.Select(service => new ServiceInstance(service))];
        runner = new ProcessRunner(time)
        {
            Echo = options.Echo,
            Redactor = definition.Services.Aggregate(
                Redactor.OfVariables(ChildEnvironment.Ambient()),
                (redactor, service) => redactor.With(Known(service.Variables), service.Secrets)),
        };
    }

    /// <inheritdoc/>
    public string Kind => "embedded";

    /// <inheritdoc/>
    public Uri? BaseAddress => life.Phase == Phase.New ? null : services[0].Url;

    /// <inheritdoc/>
    public IReadOnlyList<EnvironmentStep> Steps => life.Steps;

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
    public Task UpAsync(CancellationToken ct) => life.AdvanceAsync(Phase.New, Phase.Up, BuildAsync, ct);

    /// <inheritdoc/>
    public Task MigrateAsync(CancellationToken ct) => life.AdvanceAsync(Phase.Up, Phase.Migrated, ApplyMigrationsAsync, ct);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken ct) => life.AdvanceAsync(Phase.Migrated, Phase.Started, StartServicesAsync, ct);

    /// <inheritdoc/>
    public Task SaveLogsAsync(string folder, bool whole)
    {
        ObjectDisposedException.ThrowIf(life.Phase == Phase.Disposed, this);
        return folders.SaveLogsAsync(folder, whole);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ServiceLog>> ReadLogsAsync(DateTimeOffset since, CancellationToken ct) => ct.IsCancellationRequested
        ? Task.FromCanceled<IReadOnlyList<ServiceLog>>(ct)
        : Task.FromResult<IReadOnlyList<ServiceLog>>(
            [.. services.Select(service => service.Process).OfType<ServiceProcess>().Select(process => process.ReadLog(since))]);

    /// <inheritdoc/>
    public void Abort()
    {
        life.Abort();
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
    public ValueTask DisposeAsync() => life.DisposeAsync();

    // What a secret becomes in this run is secret as well.
    Dictionary<string, string> Known(IReadOnlyDictionary<string, string> variables) => variables.ToDictionary(
        pair => pair.Key,
        pair => pair.Value
            .Replace("{run}", options.RunId, StringComparison.Ordinal)
            .Replace("{data}", folders.Data, StringComparison.Ordinal),
        StringComparer.Ordinal);

    async Task BuildAsync(CancellationToken ct)
    {
        var ports = services.ToDictionary(
            service => service.Name,
            service => Ports.Assign(service.Name, service.Definition.Port, definition.DefinedIn),
            StringComparer.Ordinal);
        var placeholders = new Placeholders(folders.Data, options.RunId, ports);
        commands = new ServiceCommands(definition, placeholders, options.Root);
        folders.Create();
        var publisher = new ProjectPublisher(runner, options, definition.PassThrough, definition.BuildWithin, time);
        foreach (var service in services.Where(service => service.Definition.Project is not null))
        {
            await life.StepAsync(async () =>
            {
                var project = service.Definition.Project!;
                var folder = folders.Published(service.Name);
                await publisher.PublishAsync(service.Name, project, folder, folders.Log($"build-{service.Name}"), ct);
                service.Assembly = ProjectPublisher.Assembly(service.Name, project, folder);
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
                await life.StepAsync(() => step(ct));
            }
        }
    }

    async Task StartServicesAsync(CancellationToken ct)
    {
        var readiness = new Readiness(time, definition.DefinedIn);
        foreach (var service in services)
        {
            ct.ThrowIfCancellationRequested();
            await life.StepAsync(async () =>
            {
                service.Process = runner.StartService(
                    service.Name, commands!.Of(service, service.Definition.Arguments), folders.System);
                _ = WatchAsync(service, service.Process);
                if (service.Definition.ReadyPath is { } path)
                {
                    await readiness.WaitAsync(
                        service.Name,
                        new Uri(service.Url!, path),
                        service.Definition.ReadyWithin,
                        () => Task.FromResult(service.Process.Tail),
                        Died,
                        ct);
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

    async Task<string> EndAsync()
    {
        await TakeDownAsync(options.StopWithin);
        RunFolders.Delete(folders.System);
        return "down";
    }
}
