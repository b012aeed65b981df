using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Zenzefi.Api.Tests.Support;

/// <summary>A real Redis on a port of this machine, which keeps nothing.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    readonly Process process;

    RedisServer(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    public static async Task<RedisServer> StartAsync(int? port = null, params string[] options)
    {
        var used = port ?? FreePort();
        var start = new ProcessStartInfo(FindServer())
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
            ArgumentList = { "--port", used.ToString(), "--bind", "127.0.0.1", "--save", "", "--databases", "1000" },
        }.With(options);
        var server = new RedisServer(Process.Start(start)!, used);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await server.process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                _ = server.process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return server;
            }
        }

        await server.DisposeAsync();
        throw new InvalidOperationException($"redis-server ended before it was ready, with exit code {server.process.ExitCode}.");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    static string FindServer() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Append("/usr/bin")
            .Select(place => Path.Combine(place, "redis-server"))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException(
            "These tests need a Redis server, and 'redis-server' is not on the PATH. Install one: apt-get install redis-server");
}
