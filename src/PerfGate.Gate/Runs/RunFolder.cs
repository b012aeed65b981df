using System.Security.Cryptography;

namespace PerfGate.Gate.Runs;

/// <summary>The folder that one run leaves behind: artifacts/perf/&lt;suite&gt;/&lt;run id&gt;, with "latest" beside it.</summary>
public sealed class RunFolder
{
    const string LatestName = "latest";
    const string RunName = "run.json";
    const int Deepest = 3;

    RunFolder(string path) => Path = path;

    /// <summary>The folder, absolute.</summary>
    public string Path { get; }

    /// <summary>The run's id: its folder's name.</summary>
    public string RunId => System.IO.Path.GetFileName(Path);

    /// <summary>The run record.</summary>
    public string RunFile => System.IO.Path.Combine(Path, RunName);

    /// <summary>The record of the run's paired session; there only when it had one.</summary>
    public string PairedFile => System.IO.Path.Combine(Path, "paired.json");

    /// <summary>The gate's decision.</summary>
    public string ResultFile => System.IO.Path.Combine(Path, "result.json");

    /// <summary>The summary for the pull request.</summary>
    public string SummaryFile => System.IO.Path.Combine(Path, "summary.md");

    /// <summary>The report for people.</summary>
    public string ReportFile => System.IO.Path.Combine(Path, "report.html");

    /// <summary>The logs of the services.</summary>
    public string Logs => System.IO.Path.Combine(Path, "logs");

    /// <summary>A new, empty folder with an id that sorts by time.</summary>
    /// <exception cref="GateException">It cannot be made.</exception>
    public static RunFolder Create(string artifacts, string suite, TimeProvider time)
    {
        var path = System.IO.Path.Combine(artifacts, suite, NewId(time));
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GateException($"The run's folder cannot be made: {path}: {e.Message}\n  Choose another place with --artifacts=FOLDER, or mend this one.", e);
        }

        return new RunFolder(path);
    }

    /// <summary>An id that sorts by time.</summary>
    internal static string NewId(TimeProvider time) => $"{time.GetUtcNow():yyyyMMdd-HHmmss}-{RandomNumberGenerator.GetHexString(4, lowercase: true)}";

    /// <summary>An existing folder with a run in it, a file in such a folder, or a folder of runs, of which it is the newest.</summary>
    /// <exception cref="GateException">There is no run in it.</exception>
    public static RunFolder Open(string path)
    {
        var folder = File.Exists(path) ? System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))! : System.IO.Path.GetFullPath(path);
        if (Directory.Exists(folder) && !File.Exists(System.IO.Path.Combine(folder, RunName))) folder = Newest(folder) ?? folder;
        var run = new RunFolder(Resolved(folder).TrimEnd(System.IO.Path.DirectorySeparatorChar));
        if (!File.Exists(run.RunFile))
            throw new GateException($"There is no run in {path}: it holds no run.json.\n  Name a run's folder with --from=FOLDER, or make a run: ./build.sh --target=Perf");
        return run;
    }

    /// <summary>The newest finished run of a suite.</summary>
    /// <exception cref="GateException">There is none.</exception>
    public static RunFolder Latest(string artifacts, string suite)
    {
        var latest = System.IO.Path.Combine(artifacts, suite, LatestName);
        if (!Directory.Exists(latest))
            throw new GateException($"There is no run of suite '{suite}' yet: {latest} does not exist.\n  Make one: ./build.sh --target=Perf --suite={suite}");
        return Open(latest);
    }

    /// <summary>Makes "latest" point here; where links are not to be had, it is a copy.</summary>
    public void BecomeLatest()
    {
        var latest = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, LatestName);
        try
        {
            if (Directory.Exists(latest)) Directory.Delete(latest, recursive: new DirectoryInfo(latest).LinkTarget is null);
            Directory.CreateSymbolicLink(latest, RunId);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            CopyTo(latest);
        }
    }

    // Ids sort by time; a downloaded artifact holds a run under the folder of its suite.
    static string? Newest(string folder) =>
        Directory.EnumerateFiles(folder, RunName, new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = Deepest })
            .Select(file => System.IO.Path.GetDirectoryName(file)!)
            .Where(found => System.IO.Path.GetFileName(found) != LatestName)
            .MaxBy(System.IO.Path.GetFileName, StringComparer.Ordinal);

    static string Resolved(string folder) =>
        Directory.Exists(folder) && Directory.ResolveLinkTarget(folder, returnFinalTarget: true) is { } target ? target.FullName : folder;

    void CopyTo(string target)
    {
        foreach (var file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(target, System.IO.Path.GetRelativePath(Path, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }
}
