using System.Security.Cryptography;
using System.Text;
using PerfGate.Environments.Locks;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Life;

/// <summary>
/// Publishes a project into the run's own folder, so that what runs cannot change under the run. Builds of one checkout
/// wait for each other, because they share their intermediate files.
/// </summary>
/// <param name="runner">Runs the SDK.</param>
/// <param name="options">The run.</param>
/// <param name="passThrough">Own variables that the build gets.</param>
/// <param name="within">How long one build may take.</param>
/// <param name="time">The clock to wait on.</param>
internal sealed class ProjectPublisher(
    ProcessRunner runner,
    EnvironmentOptions options,
    IReadOnlyList<string> passThrough,
    TimeSpan within,
    TimeProvider time)
{
    static readonly TimeSpan LockWithin = TimeSpan.FromMinutes(5);

    // A build server that stays behind would be a process that outlives the run.
    static readonly Dictionary<string, string> NoServers = new(StringComparer.Ordinal)
    {
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["UseRazorBuildServer"] = "false",
        ["DOTNET_NOLOGO"] = "1",
    };

    /// <summary>Publishes, for any system, into a folder.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="project">The .csproj, relative to the checkout.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="log">The file that gets the build's last lines.</param>
    /// <param name="ct">Ends the build.</param>
    /// <exception cref="EnvironmentException">The project is not there, or could not be built.</exception>
    public async Task PublishAsync(string name, string project, string folder, string log, CancellationToken ct)
    {
        var file = Path.GetFullPath(project, options.Root);
        if (!File.Exists(file))
        {
            throw new EnvironmentException($"The project of '{name}' is not there: {file}.");
        }

        using var building = await FileLock.AcquireAsync(LockFile(), LockWithin, time, options.Echo, ct);
        var result = await runner.RunAsync(Command(file, folder) with { Within = within }, ct);
        await File.WriteAllTextAsync(log, result.Tail + "\n", ct);
        if (result.ExitCode != 0)
        {
            throw new ProcessFailedException($"'{name}' could not be built.", result.Command, result.Tail, result.ExitCode);
        }
    }

    /// <summary>The assembly in a published folder that is to be run with the .NET host.</summary>
    /// <exception cref="EnvironmentException">Which one that is is unclear.</exception>
    public static string Assembly(string name, string project, string folder)
    {
        // The assembly need not be called like its project; what makes it runnable is its runtimeconfig.
        const string Suffix = ".runtimeconfig.json";
        var runnable = Directory.GetFiles(folder, "*" + Suffix).Select(file => file[..^Suffix.Length]).ToList();
        var expected = Path.GetFileNameWithoutExtension(project);
        var named = runnable.Find(file => string.Equals(Path.GetFileName(file), expected, StringComparison.Ordinal));
        return (named, runnable) switch
        {
            ({ } one, _) => one + ".dll",
            (null, [var only]) => only + ".dll",
            _ => throw new EnvironmentException(
                $"'{name}' was built, but which program to run is unclear: {folder} holds {runnable.Count} files *{Suffix}.\n"
                + $"  Is {project} an executable (OutputType Exe, or the Web SDK)?"),
        };
    }

    ProcessCommand Command(string project, string folder) =>
        new(Programs.DotNet,
            "publish", project, "-c", "Release", "-o", folder, "--nologo", "-v", "quiet",
            "-nodeReuse:false", "-p:UseSharedCompilation=false")
        {
            WorkingDirectory = options.Root,
            Variables = NoServers,
            PassThrough = [.. ChildEnvironment.ForBuilds, .. passThrough],
        };

    string LockFile()
    {
        var checkout = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(options.Root))))[..12];
        return Path.Combine(options.LockFolder, $"build-{checkout}.lock");
    }
}
