using System.Diagnostics;

namespace Acceptance.Harness;

/// <summary>
/// What a newcomer has: a clone of the project in an empty folder. It holds the files that git tracks or would track, as they
/// are in the working tree, in one commit; nothing that a build left behind.
/// </summary>
public sealed class Checkout : IAsyncLifetime
{
    public string Root { get; } = Directory.CreateTempSubdirectory("perfgate-acceptance-").FullName;

    public static string Project { get; } = FindProject();

    public async ValueTask InitializeAsync()
    {
        var listed = await Command.Run(Project, "git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
        foreach (var file in listed.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(f => File.Exists(Path.Combine(Project, f))))
        {
            var copy = Path.Combine(Root, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(Project, file), copy);
        }

        // Somebody else's baseline is not part of a first run.
        foreach (var baselines in Directory.EnumerateDirectories(Path.Combine(Root, "perf"), "baselines", SearchOption.AllDirectories).ToList())
            Directory.Delete(baselines, recursive: true);

        foreach (string[] arguments in new string[][]
                 {
                     ["init", "--quiet", "--initial-branch=main"],
                     ["add", "--all"],
                     ["-c", "user.name=A newcomer", "-c", "user.email=newcomer@example.org", "commit", "--quiet", "--message=Start"],
                 })
            (await Command.Run(Root, "git", arguments)).ExitCode.ShouldBe(0);
    }

    /// <summary>Runs ./build.sh to its end.</summary>
    public Task<Finished> Build(params string[] arguments) => Build(new Dictionary<string, string>(), arguments);

    /// <summary>Runs ./build.sh to its end, with variables of its own.</summary>
    public async Task<Finished> Build(IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        await using var build = Start(variables, arguments);
        return await build.Finish(TimeSpan.FromMinutes(12));
    }

    /// <summary>Starts ./build.sh and lets it run; without a Docker engine, unless a variable says where one is.</summary>
    public Command Start(IReadOnlyDictionary<string, string> variables, params string[] arguments) =>
        Command.Start(Root, "bash", [Path.Combine(Root, "build.sh"), .. arguments], new Dictionary<string, string>(variables)
        {
            ["DOCKER_HOST"] = variables.GetValueOrDefault("DOCKER_HOST", "unix:///nowhere/docker.sock"),
        });

    /// <summary>A short run that ended well, made once.</summary>
    public async Task<RunFiles> SoundRun()
    {
        var made = Path.Combine(Root, "artifacts", "a-sound-run");
        if (!Directory.Exists(made))
            (await Build("--target=Perf", "--time-scale=0.1", $"--artifacts={made}", $"--baselines={made}/baselines")).ExitCode.ShouldBe(0);
        return new RunFiles(Path.Combine(made, "zenzefi", "latest"));
    }

    public RunFiles LatestRun => new(Path.Combine(Root, "artifacts", "perf", "zenzefi", "latest"));

    public string Baselines => Path.Combine(Root, "perf", "Zenzefi", "baselines");

    public async ValueTask DisposeAsync()
    {
        await Task.Yield();
        Directory.Delete(Root, recursive: true);
    }

    static string FindProject()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PerfGate.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No PerfGate.slnx above {AppContext.BaseDirectory}.");
    }
}
