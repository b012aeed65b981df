using System.Net;
using System.Net.Sockets;

namespace PerfGate.Load.Tests.Conformance;

/// <summary>Answers every packet with the same bytes, on a thread of its own, and allocates nothing while it does.</summary>
internal sealed class QuietServer : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly Task serving;

    public QuietServer(byte[] reply)
    {
        listener.Start();
        Address = new Uri($"http://{listener.LocalEndpoint}");
        serving = Task.Factory.StartNew(() => Serve(reply), TaskCreationOptions.LongRunning);
    }

    public Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await serving;
    }

    void Serve(byte[] reply)
    {
        using var socket = listener.AcceptSocket();
        socket.NoDelay = true;
        var bytes = new byte[4096];
        while (socket.Receive(bytes) > 0) socket.Send(reply);
    }
}
