using System.Security.Cryptography;
using System.Text;
using PerfGate.Environments.Locks;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Embedded;

/// <summary>
/// Publishes a service's project into the run's own folder, so that what runs cannot change under the run. Builds of one
/// checkout wait for each other, because they share their intermediate files.
/// </summary>
internal sealed class ServicePublisher(
    ProcessRunner runner, EmbeddedDefinition definition, EnvironmentOptions options, TimeProvider time)
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

    /// <summary>The assembly to run with the .NET host.</summary>
    public async Task<string> PublishAsync(ServiceDefinition service, string folder, string log, CancellationToken ct)
    {
        var project = Path.GetFullPath(service.Project!, options.Root);
        if (!File.Exists(project))
        {
            throw new EnvironmentException($"The project of '{service.Name}' is not there: {project}.");
        }

        using var building = await FileLock.AcquireAsync(LockFile(), LockWithin, time, options.Echo, ct);
        var result = await runner.RunAsync(Command(project, folder) with { Within = definition.BuildWithin }, ct);
        await File.WriteAllTextAsync(log, result.Tail + "\n", ct);
        return result.ExitCode == 0
            ? Assembly(service, project, folder)
            : throw new ProcessFailedException(
                $"'{service.Name}' could not be built.", result.Command, result.Tail, result.ExitCode);
    }

    ProcessCommand Command(string project, string folder) =>
        new(Programs.DotNet,
            "publish", project, "-c", "Release", "-o", folder, "--nologo", "-v", "quiet",
            "-nodeReuse:false", "-p:UseSharedCompilation=false")
        {
            WorkingDirectory = options.Root,
            Variables = NoServers,
            PassThrough = [.. ChildEnvironment.ForBuilds, .. definition.PassThrough],
        };

    string LockFile()
    {
        var checkout = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(options.Root))))[..12];
        return Path.Combine(options.LockFolder, $"build-{checkout}.lock");
    }

    // The assembly need not be called like its project; what makes it runnable is its runtimeconfig.
    static string Assembly(ServiceDefinition service, string project, string folder)
    {
        const string Suffix = ".runtimeconfig.json";
        var runnable = Directory.GetFiles(folder, "*" + Suffix).Select(file => file[..^Suffix.Length]).ToList();
        var name = Path.GetFileNameWithoutExtension(project);
        var named = runnable.Find(file => string.Equals(Path.GetFileName(file), name, StringComparison.Ordinal));
        return (named, runnable) switch
        {
            ({ } one, _) => one + ".dll",
            (null, [var only]) => only + ".dll",
            _ => throw new EnvironmentException(
                $"'{service.Name}' was built, but which program to run is unclear: "
                + $"{folder} holds {runnable.Count} files *{Suffix}.\n"
                + $"  Is {project} an executable (OutputType Exe, or the Web SDK)?"),
        };
    }
}
