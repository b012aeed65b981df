using System.Net.Sockets;
using System.Text;
using PerfGate.Environments.Processes;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Probes;

/// <summary>A redis-server of a test's own, with little memory and a password; its tests are skipped where none is installed.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    public const string Password = "opensesame";
    public const int MaxMemory = 4 << 20;

    readonly TempFolder folder = new();
    readonly ServiceProcess process;

    RedisServer()
    {
        Port = Ports.PickFree();
        process = new ProcessRunner(TimeProvider.System).StartService("redis", new ProcessCommand(
            "redis-server", "--port", $"{Port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--requirepass", Password,
            "--maxmemory", $"{MaxMemory}", "--maxmemory-policy", "allkeys-lru", "--dir", folder.Root), folder.Root);
    }

    public int Port { get; }

    public static async Task<RedisServer> StartAsync()
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        Assert.SkipUnless(
            path.Split(Path.PathSeparator).Any(place => File.Exists(Path.Combine(place, "redis-server"))),
            "No redis-server on the PATH: apt-get install redis-server");
        var server = new RedisServer();
        await Shell.Eventually(() => server.process.Tail.Contains("Ready to accept connections", StringComparison.Ordinal));
        return server;
    }

    /// <summary>A client that has said who it is.</summary>
    public async Task<TcpClient> ConnectAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Port);
        await SendAsync(client, $"AUTH {Password}");
        return client;
    }

    /// <summary>Sends commands as lines, and waits for as many replies of one line each.</summary>
    public static async Task SendAsync(TcpClient client, params string[] commands)
    {
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(string.Concat(commands.Select(command => command + "\r\n"))));
        var one = new byte[1];
        for (var replies = 0; replies < commands.Length; replies += one[0] == '\n' ? 1 : 0)
        {
            await client.GetStream().ReadExactlyAsync(one);
        }
    }

    public Task StopAsync() => process.StopAsync(TimeSpan.Zero);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await process.DisposeAsync();
        folder.Dispose();
    }
}
