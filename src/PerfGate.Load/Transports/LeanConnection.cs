using System.Net.Security;
using System.Net.Sockets;

namespace PerfGate.Load.Transports;

/// <summary>One connection to the target, with TLS or without.</summary>
internal sealed class LeanConnection(Socket socket, SslStream? secure) : IAbortable, IDisposable
{
    /// <summary>Reads the replies on it, one after the other.</summary>
    public ReplyReader Reader { get; } = new();

    public ValueTask<int> Receive(Memory<byte> into) =>
        secure is null ? socket.ReceiveAsync(into, SocketFlags.None) : secure.ReadAsync(into, CancellationToken.None);

    /// <summary>Sends what the socket takes at once, which is nearly always all; returns how many bytes that was.</summary>
    public int TrySend(ReadOnlySpan<byte> bytes)
    {
        if (secure is not null) return 0;
        var sent = socket.Send(bytes, SocketFlags.None, out var error);
        return error switch
        {
            SocketError.Success => sent,
            SocketError.WouldBlock => 0,
            _ => throw new SocketException((int)error),
        };
    }

    public async ValueTask Send(ReadOnlyMemory<byte> bytes)
    {
        if (secure is not null)
        {
            await secure.WriteAsync(bytes, CancellationToken.None);
            return;
        }

        while (bytes.Length > 0) bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None)..];
    }

    // The stream is left alone: it may be in use.
    public void Abort() => socket.Dispose();

    /// <summary>Closes it; nothing may be under way on it any more.</summary>
    public void Dispose()
    {
        secure?.Dispose();
        socket.Dispose();
    }
}
