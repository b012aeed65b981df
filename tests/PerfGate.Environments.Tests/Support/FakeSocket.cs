using System.Net.Sockets;
using System.Text;

namespace PerfGate.Environments.Tests.Support;

/// <summary>A unix socket where every request gets the same JSON, or nothing at all.</summary>
internal sealed class FakeSocket : IDisposable
{
    readonly Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    readonly string? json;

    public FakeSocket(string path, string? json)
    {
        this.json = json;
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        _ = AcceptAsync();
    }

    public void Dispose() => listener.Dispose();

    async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptAsync();
                await client.ReceiveAsync(new byte[65_536]);
                if (json is not null)
                {
                    await client.SendAsync(Encoding.ASCII.GetBytes(
                        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {json.Length}\r\nConnection: close\r\n\r\n{json}"));
                }

                client.Dispose();
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Closed.
        }
    }
}
