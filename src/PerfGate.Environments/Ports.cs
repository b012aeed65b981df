using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments;

/// <summary>Ports on loopback: which are free, and who holds the others.</summary>
internal static class Ports
{
    private static readonly string[] Tables = ["/proc/net/tcp", "/proc/net/tcp6"];

    /// <summary>A port that was free a moment ago.</summary>
    public static int PickFree()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>The process that listens there, such as "dotnet (process 4711)"; null where that cannot be told.</summary>
    public static string? HolderOf(int port)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var sockets = Tables.SelectMany(table => ListeningSockets(table, port)).ToHashSet(StringComparer.Ordinal);
        return sockets.Count == 0
            ? null
            : ProcessStat.All()
                .Where(stat => OpenFiles(stat.Pid).Any(sockets.Contains))
                .Select(stat => string.Create(CultureInfo.InvariantCulture, $"{stat.Name} (process {stat.Pid})"))
                .FirstOrDefault();
    }

    // sl local_address rem_address st … inode, where the address ends in the port as four hex digits and 0A is LISTEN.
    private static IEnumerable<string> ListeningSockets(string table, int port)
    {
        var suffix = string.Create(CultureInfo.InvariantCulture, $":{port:X4}");
        return Lines(table)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields.Length > 9 && fields[1].EndsWith(suffix, StringComparison.Ordinal) && fields[3] is "0A")
            .Select(fields => $"socket:[{fields[9]}]");
    }

    private static string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static IEnumerable<string> OpenFiles(int pid)
    {
        try
        {
            return [.. new DirectoryInfo(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/fd"))
                .EnumerateFileSystemInfos()
                .Select(link => link.LinkTarget ?? "")];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
