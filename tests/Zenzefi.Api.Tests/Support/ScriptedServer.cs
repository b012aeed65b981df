using System.Net;
using System.Net.Sockets;
using System.Text;
using Zenzefi.Api.Settings;

namespace Zenzefi.Api.Tests.Support;

/// <summary>
/// Answers whatever it receives with the next line of its script, the same script for each connection. An empty line is
/// silence; after the last it hangs up.
/// </summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    readonly CancellationTokenSource stop = new();
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly string[] script;
    readonly Task running;

    public ScriptedServer(params string[] script)
    {
        this.script = script;
        listener.Start();
        running = RunAsync();
    }

    public int Connections { get; private set; }

    public RedisSettings Settings => new("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port, Database: 0, User: null, Password: null);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        listener.Dispose();
        stop.Dispose();
    }

    async Task RunAsync()
    {
        try
        {
            while (true)
            {
                using var socket = await listener.AcceptSocketAsync(stop.Token);
                Connections++;
                await PlayAsync(socket);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    async Task PlayAsync(Socket socket)
    {
        var received = new byte[4096];
        foreach (var line in script)
        {
            if (await socket.ReceiveAsync(received, stop.Token) == 0)
            {
                return;
            }

            await socket.SendAsync(Encoding.UTF8.GetBytes(line), stop.Token);
        }
    }
}
