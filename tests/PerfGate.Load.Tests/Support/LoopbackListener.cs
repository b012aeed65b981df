using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PerfGate.Load.Tests;

/// <summary>A server without manners: what each connection gets is up to the test.</summary>
internal sealed class LoopbackListener : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource over = new();
    readonly Task accepting;

    public LoopbackListener(Func<Socket, CancellationToken, Task> serve)
    {
        listener.Start();
        Address = new Uri($"http://{listener.LocalEndpoint}");
        accepting = Accept(serve);
    }

    public Uri Address { get; }

    /// <summary>Answers the first request with these characters as they are, then closes.</summary>
    public static LoopbackListener Answering(string text) => new(async (socket, ct) =>
    {
        await socket.ReceiveAsync(new byte[4096], ct);
        await socket.SendAsync(Encoding.ASCII.GetBytes(text), ct);
        socket.Shutdown(SocketShutdown.Both);
    });

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        listener.Stop();
        await accepting;
        over.Dispose();
    }

    async Task Accept(Func<Socket, CancellationToken, Task> serve)
    {
        try
        {
            while (true)
            {
                using var socket = await listener.AcceptSocketAsync(over.Token);
                await serve(socket, over.Token);
            }
        }
        catch (Exception) when (over.IsCancellationRequested)
        {
            // The test is over.
        }
    }
}
