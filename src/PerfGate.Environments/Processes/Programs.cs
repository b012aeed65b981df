namespace PerfGate.Environments.Processes;

/// <summary>Finds programs, so that a missing one is an error of ours with a name in it.</summary>
internal static class Programs
{
    /// <summary>The .NET host: the one that runs us when we run on one, else the one on PATH.</summary>
    public static string DotNet { get; } =
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "dotnet" ? Environment.ProcessPath! : "dotnet";

    /// <summary>The program's full path, or null when there is none.</summary>
    public static string? Find(string program, string? path, string? workingDirectory)
    {
        if (program.AsSpan().ContainsAny(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar))
        {
            var full = Path.GetFullPath(program, Path.GetFullPath(workingDirectory ?? "."));
            return File.Exists(full) ? full : null;
        }

        return (path ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Extensions.Select(extension => Path.Combine(folder, program + extension)))
            .FirstOrDefault(File.Exists);
    }

    static string[] Extensions { get; } = OperatingSystem.IsWindows() ? ["", ".exe", ".cmd", ".bat"] : [""];
}
