using PerfGate.Environments.Probes;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Embedded;

/// <summary>The system as plain child processes on loopback, with its stores in the run's data folder. Needs nothing but the .NET SDK.</summary>
public sealed class EmbeddedEnvironment : ISystemEnvironment
{
    // What never got ready has nothing to finish, and a person who cancelled is waiting.
    private static readonly TimeSpan GraceAfterFailure = TimeSpan.FromMilliseconds(500);

    private readonly EmbeddedDefinition definition;
    private readonly EnvironmentOptions options;
    private readonly TimeProvider time;
    private readonly RunFolders folders;
    private readonly ProcessRunner runner;
    private readonly IReadOnlyList<ServiceInstance> services;
    private readonly List<EnvironmentStep> steps = [];
    private readonly TaskCompletionSource<string> died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource closing = new();
    private Placeholders? placeholders;
    private Phase phase = Phase.New;
    private Task work = Task.CompletedTask;
    private Task? disposing;

    /// <summary>An environment that is not up yet. Nothing is written or started before <see cref="UpAsync"/>.</summary>
    /// <exception cref="EnvironmentException">The definition has problems; the message lists all of them.</exception>
    public EmbeddedEnvironment(EmbeddedDefinition definition, EnvironmentOptions options, TimeProvider time)
    {
        var problems = definition.Problems().ToList();
        if (problems.Count > 0)
        {
            throw new EnvironmentException($"The environment in {definition.DefinedIn} cannot work:\n{Texts.Indent(string.Join('\n', problems), "  - ")}");
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
        [.. services.Where(service => service.Process is not null).Select(service => new ProcessProbe(service.Name, service.Process!.Id))];

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

    private Task AdvanceAsync(Phase from, Phase to, Func<CancellationToken, Task> step, CancellationToken ct)
    {
        lock (steps)
        {
            ObjectDisposedException.ThrowIf(disposing is not null, this);
            if (phase != from || !work.IsCompleted)
            {
                throw new InvalidOperationException($"The environment is {phase}: to become {to} it has to be {from}, with no other step under way.");
            }

            return work = AdvanceOnceAsync(to, step, ct);
        }
    }

    private async Task AdvanceOnceAsync(Phase to, Func<CancellationToken, Task> step, CancellationToken ct)
    {
        // Whoever called may hold a lock, and a dispose may come at any moment: neither waits for the first await below.
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

    private async Task BuildAsync(CancellationToken ct)
    {
        placeholders = new Placeholders(folders.Data, options.RunId, AssignPorts());
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

    private Dictionary<string, int> AssignPorts()
    {
        var ports = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var service in definition.Services)
        {
            if (service.Port > 0 && !Ports.IsFree(service.Port))
            {
                throw new EnvironmentException(
                    $"'{service.Name}' wants port {service.Port} on 127.0.0.1, which is in use by {Ports.HolderOf(service.Port) ?? "another process"}.\n"
                    + $"  Stop that, or let a free port be picked: Port = 0 in {definition.DefinedIn}.");
            }

            ports[service.Name] = service.Port > 0 ? service.Port : Ports.PickFree();
        }

        return ports;
    }

    private async Task ApplyMigrationsAsync(CancellationToken ct)
    {
        foreach (var migration in definition.Migrations)
        {
            var service = services.First(service => migration.Service is null || string.Equals(service.Name, migration.Service, StringComparison.Ordinal));
            await StepAsync(async () =>
            {
                var applied = await OnceAsync(migration, service, "could not be applied", migration.Apply, ct);
                return applied.LastLine is { } line ? $"migrate {migration.Name}: {line}" : $"migrate {migration.Name}";
            });
            await StepAsync(async () =>
            {
                await OnceAsync(migration, service, "is not complete: its check says that something is pending", migration.Check, ct);
                return $"check {migration.Name}: nothing pending";
            });
            if (migration.Seed is { } seed)
            {
                await StepAsync(async () =>
                {
                    await OnceAsync(migration, service, "left the store without its test data", seed, ct);
                    return $"seed {migration.Name}";
                });
            }
        }
    }

    private async Task<ProcessResult> OnceAsync(
        MigrationDefinition migration, ServiceInstance service, string otherwise, IReadOnlyList<string> arguments, CancellationToken ct)
    {
        var command = service.Command(arguments, placeholders!, definition, options.Root) with { Within = migration.Within };
        var result = await runner.RunAsync(command, ct);
        await File.AppendAllTextAsync(folders.Log($"migrate-{service.Name}"), $"$ {result.Command}\n{result.Tail}\n", ct);
        return result.ExitCode == 0
            ? result
            : throw new ProcessFailedException(
                $"Migration '{migration.Name}' {otherwise} (exit code {result.ExitCode}).", result.Command, result.Tail, result.ExitCode);
    }

    private async Task StartServicesAsync(CancellationToken ct)
    {
        var readiness = new Readiness(time);
        foreach (var service in services)
        {
            ct.ThrowIfCancellationRequested();
            await StepAsync(async () =>
            {
                var command = service.Command(service.Definition.Arguments, placeholders!, definition, options.Root);
                service.Process = runner.StartService(service.Name, command, folders.System);
                _ = WatchAsync(service, service.Process);
                if (service.Definition.ReadyPath is { } path)
                {
                    await readiness.WaitAsync(service.Definition, new Uri(service.Url!, path), service.Process, Died, definition.DefinedIn, ct);
                }

                service.IsReady = true;
                return $"start {service.Name}";
            });
        }
    }

    private async Task WatchAsync(ServiceInstance service, ServiceProcess process)
    {
        await process.Exited;
        if (!service.IsStopping)
        {
            service.HasDied = true;
            died.TrySetResult(await Deaths.DescribeAsync(process, service.IsReady ? "while it should run" : "before it was ready"));
        }
    }

    private async Task StepAsync(Func<Task<string>> step)
    {
        var started = time.GetTimestamp();
        var name = await step();
        lock (steps)
        {
            steps.Add(new EnvironmentStep(name, time.GetElapsedTime(started)));
        }
    }

    private async Task TakeDownAsync(TimeSpan grace)
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

    private async Task DisposeOnceAsync()
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
