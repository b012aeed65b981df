using PerfGate.Environments;
using PerfGate.Environments.Locks;
using PerfGate.Gate.Runs;

namespace PerfGate.Gate.Paired.Sources;

/// <summary>The folder of a session's source trees, held as long as the session lives: one that nobody holds was left by a session that was killed.</summary>
internal sealed class SourcesFolder : IDisposable
{
    const string LockName = ".session";

    // Builds look for these in every folder above: a side without its own must not get those of the checkout around it.
    static readonly string[] AboveBuilds = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    readonly FileLock held;

    SourcesFolder(string path, FileLock held) => (Path, this.held) = (path, held);

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Makes the folder, and holds it.</summary>
    /// <exception cref="GateException">It cannot be made, or another session holds it.</exception>
    public static async Task<SourcesFolder> TakeAsync(string path, CancellationToken ct)
    {
        try
        {
            Directory.CreateDirectory(path);
            var folder = new SourcesFolder(path, await FileLock.AcquireAsync(System.IO.Path.Combine(path, LockName), TimeSpan.Zero, ct));
            foreach (var name in AboveBuilds) File.WriteAllText(System.IO.Path.Combine(path, name), "<Project />\n");
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or EnvironmentException)
        {
            throw new GateException($"The folder for the source trees cannot be made: {path}: {e.Message}\n  Choose another place with --artifacts=FOLDER, or mend this one.", e);
        }
    }

    /// <summary>Holds a folder that is there; null when its session lives.</summary>
    public static async Task<SourcesFolder?> TryTakeAsync(string path, CancellationToken ct)
    {
        try
        {
            return new SourcesFolder(path, await FileLock.AcquireAsync(System.IO.Path.Combine(path, LockName), TimeSpan.Zero, ct));
        }
        catch (EnvironmentException)
        {
            return null;
        }
    }

    /// <summary>Those of all runs of all suites.</summary>
    public static IEnumerable<string> In(string artifacts, string name) => Directory.Exists(artifacts)
        ? [.. new DirectoryInfo(artifacts).EnumerateDirectories()
            .SelectMany(suite => suite.EnumerateDirectories())
            .Where(run => run.LinkTarget is null)
            .Select(run => System.IO.Path.Combine(run.FullName, name))
            .Where(folder => File.Exists(System.IO.Path.Combine(folder, LockName)))]
        : [];

    /// <summary>Deletes what is ours in it, and the folder where nothing else is left.</summary>
    public void Dispose()
    {
        held.Dispose();
        try
        {
            foreach (var name in AboveBuilds.Append(LockName)) File.Delete(System.IO.Path.Combine(Path, name));
            if (!Directory.EnumerateFileSystemEntries(Path).Any()) Directory.Delete(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A few small files; the next sweep finds them.
        }
    }
}
