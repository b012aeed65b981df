using PerfGate.Environments.Compose;
using PerfGate.Environments.Docker;
using PerfGate.Environments.Life;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Leftovers;

/// <summary>
/// Finds what killed runs of one checkout left behind, and removes it. It belongs to such a run when it says so itself, by a
/// label or by a file in the run's folder, and when the process that it names as its owner is gone. All else is left alone.
/// </summary>
/// <param name="root">The checkout.</param>
/// <param name="artifacts">The folder that holds a folder for each suite, and in that one for each run.</param>
/// <param name="time">The clock.</param>
public sealed class LeftoverSearch(string root, string artifacts, TimeProvider time)
{
    const string SidePrefix = "system-";

    static readonly TimeSpan KillWithin = TimeSpan.FromSeconds(10);
    static readonly TimeSpan RemoveWithin = TimeSpan.FromMinutes(1);

    /// <summary>Where the engine is, taken from these variables.</summary>
    internal IReadOnlyDictionary<string, string> Ambient { get; init; } = ChildEnvironment.Ambient();

    /// <summary>Finds, and removes nothing.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Task<LeftoverReport> FindAsync(CancellationToken ct) => SearchAsync(remove: false, ct);

    /// <summary>
    /// Kills the processes, removes the containers, networks, volumes and images, deletes the folders. Says what was removed.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled; what was removed until then is gone.</exception>
    public Task<LeftoverReport> RemoveAsync(CancellationToken ct) => SearchAsync(remove: true, ct);

    async Task<LeftoverReport> SearchAsync(bool remove, CancellationToken ct)
    {
        var items = new List<Leftover>();
        var notes = new List<string>();
        using var engine = await EngineAsync(notes, ct);
        IReadOnlyList<DeadRun> labelled = engine is null ? [] : await RunsOfEngineAsync(engine, notes, ct);
        foreach (var run in RunsInFolders().Concat(labelled).DistinctBy(run => run.Id, StringComparer.Ordinal))
        {
            // Processes first: a compose tool may go on creating containers after its run was killed.
            items.AddRange(await ProcessesAsync(run, remove));
            if (engine is not null)
            {
                items.AddRange(await ObjectsAsync(engine, run, notes, remove, ct));
            }

            items.AddRange(Folders(run, remove));
        }

        return new LeftoverReport(items, notes);
    }

    async Task<DockerEngine?> EngineAsync(List<string> notes, CancellationToken ct)
    {
        try
        {
            return await DockerEngine.ConnectAsync(Ambient, ct);
        }
        catch (EnvironmentException exception)
        {
            notes.Add($"Containers were not looked for. {exception.Message}");
            return null;
        }
    }

    // A run whose environment went down in order has no owner's file any more.
    IEnumerable<DeadRun> RunsInFolders() => Directory.Exists(artifacts)
        ? new DirectoryInfo(artifacts).EnumerateDirectories()
            .SelectMany(suite => suite.EnumerateDirectories().Where(run => run.LinkTarget is null).SelectMany(Environments).Select(run => (Suite: suite.Name, run.Id, run.Folder)))
            .Where(run => RunOwner.Read(OwnerFile(run.Folder)) is { IsAlive: false })
            .Select(run => new DeadRun(run.Id, ComposeProject.NameOf(run.Suite, run.Id), run.Folder.FullName))
        : [];

    // A run has an environment of its own, and in a paired session two more, "system-a" and "system-b".
    static IEnumerable<(string Id, DirectoryInfo Folder)> Environments(DirectoryInfo run) =>
    [
        (run.Name, run),
        .. run.EnumerateDirectories($"{SidePrefix}*").Select(side => ($"{run.Name}-{side.Name[SidePrefix.Length..]}", side)),
    ];

    async Task<IReadOnlyList<DeadRun>> RunsOfEngineAsync(DockerEngine engine, List<string> notes, CancellationToken ct)
    {
        var checkout = Path.GetFullPath(root);
        var runs = (await engine.FindAsync(Labels.Ours, ct))
            .Where(one => Labels.Value(one, Labels.Root) == checkout)
            .DistinctBy(one => Labels.Value(one, Labels.Run), StringComparer.Ordinal)
            .Select(one => (
                Id: Labels.Value(one, Labels.Run), Suite: Labels.Value(one, Labels.Suite), Owner: Labels.Owner(one.Labels)))
            .ToList();
        notes.AddRange(runs
            .Where(run => run.Owner is { IsAlive: null })
            .Select(run => $"Run {run.Id} was started on the machine '{run.Owner!.Host}'. "
                + "Whether it still runs cannot be told from here: its containers were left alone."));
        return
        [
            .. runs
                .Where(run => run.Owner is { IsAlive: false })
                .Select(run => new DeadRun(run.Id, ComposeProject.NameOf(run.Suite, run.Id), Folder: null)),
        ];
    }

    async Task<IReadOnlyList<Leftover>> ProcessesAsync(DeadRun run, bool remove)
    {
        if (!OperatingSystem.IsLinux())
        {
            return [];
        }

        var mark = new ProcessTree(root: -1, rootStart: null, $"{ComposeProject.RunVariable}={run.Id}\0");
        var trees = run.PidFiles
            .Select(file => (file.Service, Tree: new ProcessTree(file.Pid, file.StartTicks, file.Mark)))
            .Append((Service: "compose", Tree: mark));
        var found = new List<Leftover>();
        foreach (var (service, tree) in trees)
        {
            var members = tree.Members(thorough: true);
            found.AddRange(members.Select(member =>
                new Leftover(run.Id, LeftoverKind.Process, $"{member.Pid} ({member.Name}, {service})")));
            if (remove && members.Count > 0)
            {
                await tree.KillAsync(KillWithin, time);
            }
        }

        return found;
    }

    async Task<IReadOnlyList<Leftover>> ObjectsAsync(
        DockerEngine engine, DeadRun run, List<string> notes, bool remove, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(RemoveWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            var objects = remove
                ? await new EngineSweep(engine, time).RemoveRunAsync(run.Project, run.Id, either.Token)
                :
                [
                    .. await engine.FindAsync($"{Labels.Project}={run.Project}", either.Token),
                    .. await engine.FindAsync($"{Labels.Run}={run.Id}", either.Token),
                ];
            return [.. objects.DistinctBy(one => one.Id, StringComparer.Ordinal).Select(one => new Leftover(run.Id, Kind(one), one.Name))];
        }
        catch (Exception exception)
            when (exception is EnvironmentException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            notes.Add($"Not all containers, networks, volumes and images of run {run.Id} could be removed. {exception.Message}");
            return [];
        }
    }

    static IEnumerable<Leftover> Folders(DeadRun run, bool remove)
    {
        foreach (var folder in run.Folders.ToList())
        {
            if (remove)
            {
                RunFolders.Delete(folder);
            }

            yield return new Leftover(run.Id, LeftoverKind.Folder, folder);
        }
    }

    static string OwnerFile(DirectoryInfo run) => Path.Combine(new RunFolders(run.FullName).System, RunFolders.OwnerFile);

    static LeftoverKind Kind(EngineObject one) => one.Kind switch
    {
        EngineObjectKind.Container => LeftoverKind.Container,
        EngineObjectKind.Network => LeftoverKind.Network,
        EngineObjectKind.Volume => LeftoverKind.Volume,
        _ => LeftoverKind.Image,
    };
}
