using System.Globalization;

namespace PerfGate.Load.Scheduling;

/// <summary>How many files and sockets this process may open. The runtime raises the soft limit to the hard one when it starts.</summary>
internal static class FileDescriptors
{
    /// <summary>What a process has open beside the connections of its users: assemblies, pipes, timers, logs.</summary>
    public const int Reserve = 256;

    /// <summary>The limit as it is now; null where it cannot be read or there is none.</summary>
    public static int? Limit { get; } = OperatingSystem.IsLinux() ? Read("/proc/self/limits") : null;

    internal static int? Read(string file)
    {
        const string title = "Max open files";
        try
        {
            var line = File.ReadLines(file).FirstOrDefault(l => l.StartsWith(title, StringComparison.Ordinal));
            var soft = line?[title.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
            return int.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
