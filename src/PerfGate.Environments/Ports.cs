using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments;

/// <summary>Ports on loopback: which are free, and who holds the others.</summary>
internal static class Ports
{
    static readonly string[] Tables = ["/proc/net/tcp", "/proc/net/tcp6"];

    /// <summary>The port that a service gets: the one it wants, if that is free, or any.</summary>
    /// <exception cref="EnvironmentException">The one it wants is in use.</exception>
    public static int Assign(string service, int wanted, string definedIn) => wanted switch
    {
        0 => PickFree(),
        _ => Require(service, wanted, $"let a free port be picked: Port = 0 in {definedIn}"),
    };

    /// <summary>The port, which has to be free.</summary>
    /// <param name="service">Who wants it.</param>
    /// <param name="wanted">The port.</param>
    /// <param name="orElse">What to do if it is not, beside stopping who holds it.</param>
    /// <exception cref="EnvironmentException">It is in use.</exception>
    public static int Require(string service, int wanted, string orElse) => IsFree(wanted)
        ? wanted
        : throw new EnvironmentException(
            $"'{service}' wants port {wanted} on 127.0.0.1, which is in use by {HolderOf(wanted) ?? "another process"}.\n"
            + $"  Stop that, or {orElse}.");

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
    static IEnumerable<string> ListeningSockets(string table, int port)
    {
        var suffix = string.Create(CultureInfo.InvariantCulture, $":{port:X4}");
        return Lines(table)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields.Length > 9 && fields[1].EndsWith(suffix, StringComparison.Ordinal) && fields[3] is "0A")
            .Select(fields => $"socket:[{fields[9]}]");
    }

    static string[] Lines(string file)
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

    static IEnumerable<string> OpenFiles(int pid)
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
