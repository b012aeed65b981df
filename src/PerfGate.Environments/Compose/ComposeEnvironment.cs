using PerfGate.Environments.Docker;
using PerfGate.Environments.Life;
using PerfGate.Environments.Logs;
using PerfGate.Environments.Migrations;
using PerfGate.Environments.Probes;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Compose;

/// <summary>
/// The system in containers, as a compose file says, under names and ports of its own: stores first, then migrations and test
/// data, then the services. Needs a Docker engine and a compose tool.
/// </summary>
public sealed class ComposeEnvironment : ISystemEnvironment
{
    // What failed has nothing to finish, and a person who cancelled is waiting.
    static readonly TimeSpan GraceAfterFailure = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LogsWithin = TimeSpan.FromSeconds(10);
    static readonly TimeSpan AbortWithin = TimeSpan.FromSeconds(30);

    readonly ComposeDefinition definition;
    readonly EnvironmentOptions options;
    readonly TimeProvider time;
    readonly RunFolders folders;
    readonly Redactor redactor;
    readonly ProcessRunner runner;
    readonly ComposePlaceholders placeholders;
    readonly ProjectPublisher publisher;
    readonly Lifecycle life;
    readonly string projectName;
    readonly TaskCompletionSource<string> died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    DockerEngine? engine;
    ContainerLogs? logs;
    ComposeProject? project;
    ComposeSystem? system;
    bool isStopping;

    /// <summary>An environment that is not up yet. Nothing is written or started before <see cref="UpAsync"/>.</summary>
    /// <exception cref="EnvironmentException">The definition has problems; the message lists all of them.</exception>
    public ComposeEnvironment(ComposeDefinition definition, EnvironmentOptions options, TimeProvider time)
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
        placeholders = new ComposePlaceholders(folders.Data, options.RunId);
        redactor = ComposeSetup.Redactor(definition, options.Ambient, placeholders);
        runner = new ProcessRunner(time) { Echo = options.Echo, Ambient = options.Ambient, Redactor = redactor };
        publisher = new ProjectPublisher(runner, options, definition.PassThrough, definition.BuildWithin, time);
        life = new Lifecycle(time, AfterFailureAsync, EndAsync);
        projectName = ComposeProject.NameOf(options.Suite, options.RunId);
    }

    /// <inheritdoc/>
    public string Kind => "compose";

    /// <inheritdoc/>
    public Uri? BaseAddress => system?.BaseAddress;

    /// <inheritdoc/>
    public IReadOnlyList<EnvironmentStep> Steps => life.Steps;

    /// <summary>The services of the system, in the order of their definition, then its stores.</summary>
    public IReadOnlyList<ServiceStatus> Services =>
    [
        .. ComposeSystem.Names(definition).Select(name => system?.Status(name, isStopping)
            ?? new ServiceStatus(name, ServiceState.Waiting, Url: null, ProcessId: null, StartedAt: null, ExitCode: null)),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<IProbe> Probes => system is null ? [] : [.. system.Probes];

    /// <inheritdoc/>
    public Task<string> Died => died.Task;

    /// <inheritdoc/>
    public Task UpAsync(CancellationToken ct) => life.AdvanceAsync(Phase.New, Phase.Up, BringUpAsync, ct);

    /// <inheritdoc/>
    public Task MigrateAsync(CancellationToken ct) => life.AdvanceAsync(Phase.Up, Phase.Migrated, ApplyMigrationsAsync, ct);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken ct) => life.AdvanceAsync(
        Phase.Migrated, Phase.Started, token => system!.StartServicesAsync(life, token), ct);

    /// <inheritdoc/>
    public async Task SaveLogsAsync(string folder, bool whole)
    {
        ObjectDisposedException.ThrowIf(life.Phase == Phase.Disposed, this);

        // After a failure they are in the run's folder already; else the engine has them.
        if (life.Phase != Phase.Failed)
        {
            await KeepLogsAsync(folders.System, whole);
        }

        await folders.SaveLogsAsync(folder, whole);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ServiceLog>> ReadLogsAsync(DateTimeOffset since, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return engine is null || logs is null || life.Phase == Phase.Disposed
            ? []
            : await new LogReading(engine, logs, projectName, options.Echo, time).ReadAsync(since, ct);
    }

    /// <inheritdoc/>
    public void Abort()
    {
        isStopping = true;
        life.Abort();
        if (engine is { } running)
        {
            var teardown = new Teardown(running, projectName, options.RunId, options.Echo, time);
            Task.Run(() => teardown.AbortAsync(AbortWithin)).Wait(AbortWithin);
        }
    }

    /// <summary>
    /// Stops the containers (each with <see cref="EnvironmentOptions.StopWithin"/> to end by itself), removes them with their
    /// networks and volumes, looks that nothing is left, and deletes logs and data. A step under way is cancelled first. Safe
    /// at any phase, and again.
    /// </summary>
    public ValueTask DisposeAsync() => life.DisposeAsync();

    async Task BringUpAsync(CancellationToken ct)
    {
        engine = await DockerEngine.ConnectAsync(options.Ambient, ct);
        var tool = await ComposeTool.FindAsync(new ProcessRunner(time) { Ambient = options.Ambient }, ct);
        options.Echo?.Invoke($"Docker engine {engine.Version} (API {engine.ApiVersion}), {tool.Name}, project {projectName}");
        folders.Create();
        logs = new ContainerLogs(engine, redactor);
        var variables = new Dictionary<string, string>(
            await ImageChooser.ChooseAsync(definition.Images, options.Ambient, engine, options.Echo, ct), StringComparer.Ordinal);
        await PublishAsync(variables, ct);
        var bare = ComposeSetup.Project(definition, options, tool, runner, variables, placeholders);
        var model = await ComposeModel.ReadAsync(bare, ct);
        if (ComposeSetup.Missing(definition, model) is { } missing)
        {
            throw new EnvironmentException(missing);
        }

        var put = Path.Combine(folders.System, "compose.override.yml");
        await File.WriteAllTextAsync(put, OverrideFile.Text(definition, model, options), ct);
        project = bare with { Files = [.. bare.Files, put] };
        await new ImagePreparation(definition, options, project, engine).RunAsync(model, life, ct);
        system = new ComposeSystem(definition, project, engine, logs, time);
        _ = TellAsync(system);
        await system.StartStoresAsync(life, ct);
    }

    async Task PublishAsync(Dictionary<string, string> variables, CancellationToken ct)
    {
        foreach (var published in definition.Published)
        {
            var name = Path.GetFileNameWithoutExtension(published.Project);
            var folder = folders.Published(name);
            await life.StepAsync(async () =>
            {
                await publisher.PublishAsync(name, published.Project, folder, folders.Log($"build-{name}"), ct);
                return $"build {name}";
            });
            variables[published.Variable] = folder;
        }
    }

    async Task ApplyMigrationsAsync(CancellationToken ct)
    {
        var toolbox = new ComposeToolbox
        {
            Root = options.Root,
            Project = project!,
            Definition = definition,
            Placeholders = placeholders,
            Stores = system!.Stores,
            Publisher = publisher,
            Folders = folders,
        };
        var migrator = new Migrator(toolbox, time, definition.DefinedIn);
        foreach (var step in definition.Migrations.SelectMany(migrator.Steps).Concat(definition.Seeds.SelectMany(migrator.Steps)))
        {
            await life.StepAsync(() => step(ct));
        }
    }

    async Task TellAsync(ComposeSystem running)
    {
        var what = await running.Died;
        if (!isStopping)
        {
            died.TrySetResult(what);
        }
    }

    async Task AfterFailureAsync()
    {
        await StopWatchingAsync();
        await KeepLogsAsync(folders.System, whole: true);
        await TakeDownAsync(GraceAfterFailure);
    }

    async Task<string> EndAsync()
    {
        await StopWatchingAsync();
        var name = await TakeDownAsync(options.StopWithin);
        RunFolders.Delete(folders.System);
        engine?.Dispose();
        return name;
    }

    async Task StopWatchingAsync()
    {
        isStopping = true;
        if (system is not null)
        {
            await system.DisposeAsync();
        }
    }

    async Task<string> TakeDownAsync(TimeSpan grace)
    {
        // What a failed step took down is not taken down again.
        var name = "down";
        if (engine is { } running)
        {
            name = await new Teardown(running, projectName, options.RunId, options.Echo, time).RunAsync(project, grace);
            project = null;
        }

        folders.DeletePrograms();
        if (!options.KeepData)
        {
            RunFolders.Delete(folders.Data);
        }

        return name;
    }

    async Task KeepLogsAsync(string folder, bool whole)
    {
        if (engine is null || logs is null || !Directory.Exists(folder))
        {
            return;
        }

        using var limit = new CancellationTokenSource(LogsWithin, time);
        try
        {
            await logs.SaveAsync(await engine.ContainersAsync(projectName, limit.Token), folder, whole, limit.Token);
        }
        catch (Exception exception) when (exception is EnvironmentException or OperationCanceledException or IOException)
        {
            options.Echo?.Invoke($"The logs of the containers could not be read: {exception.Message}");
        }
    }
}
