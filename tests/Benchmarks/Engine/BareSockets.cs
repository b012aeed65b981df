using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Benchmarks.Engine;

/// <summary>
/// What a socket of .NET alone keeps on the managed heap once it has sent a request and read the reply: the part of a user's memory
/// that is no engine's to save.
/// </summary>
internal static class BareSockets
{
    public const string Command = "sockets";

    public static async Task<int> Run(Uri target, int count, TextWriter output, CancellationToken ct)
    {
        var request = Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: {target.Authority}\r\n\r\n");
        var buffer = new byte[4096];
        var sockets = new List<Socket>(count + 1);
        // The first one brings with it what all of them share.
        await Open(1);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await Open(count);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        await output.WriteLineAsync(((after - before) / (double)count).ToString(CultureInfo.InvariantCulture));
        foreach (var socket in sockets) socket.Dispose();
        return 0;

        async Task Open(int more)
        {
            for (var i = 0; i < more; i++)
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                sockets.Add(socket);
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, target.Port), ct);
                await socket.SendAsync(request, ct);
                await socket.ReceiveAsync(buffer, ct);
            }
        }
    }
}
