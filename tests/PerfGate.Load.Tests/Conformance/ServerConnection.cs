using System.Net.Sockets;
using System.Text;

namespace PerfGate.Load.Tests.Conformance;

/// <summary>The server's side of one connection.</summary>
internal sealed class ServerConnection(Socket socket, Stream stream, int number, CancellationToken ct)
{
    readonly byte[] bytes = new byte[1 << 16];
    string unread = "";

    /// <summary>Which connection of its server it is, from 1.</summary>
    public int Number => number;

    public CancellationToken Cancellation => ct;

    /// <summary>The next request's head and body; null when the client closed the connection.</summary>
    public async Task<string?> ReadRequest()
    {
        var head = await ReadUntil(() => unread.IndexOf("\r\n\r\n", StringComparison.Ordinal) is >= 0 and var end ? end + 4 : null);
        if (head is null) return null;
        var length = head.Split("\r\n").Where(l => l.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase))
            .Select(l => int.Parse(l.Split(": ")[1])).FirstOrDefault();
        return head + await ReadUntil(() => unread.Length >= length ? length : null);
    }

    public async Task Send(ReadOnlyMemory<byte> part)
    {
        await stream.WriteAsync(part, ct);
        await stream.FlushAsync(ct);
    }

    public Task Send(string text) => Send(Encoding.Latin1.GetBytes(text));

    /// <summary>Says nothing more, and ends when the client closes the connection.</summary>
    public async Task WaitForClose()
    {
        while (await stream.ReadAsync(bytes, ct) > 0)
        {
            // What the client says does not matter any more.
        }
    }

    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    async Task<string?> ReadUntil(Func<int?> found)
    {
        int? end;
        while ((end = found()) is null)
        {
            var read = await stream.ReadAsync(bytes, ct);
            if (read == 0) return null;
            unread += Encoding.Latin1.GetString(bytes, 0, read);
        }

        var taken = unread[..end.Value];
        unread = unread[end.Value..];
        return taken;
    }
}
