using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace PerfGate.Environments.Probes.Redis;

/// <summary>One connection that speaks as much of RESP2 as asking for a text takes. One question at a time.</summary>
internal sealed class RedisConnection : IDisposable
{
    // More than any INFO holds: a server that announces more is none.
    const int LongestReply = 1 << 20;

    readonly TcpClient client;
    readonly NetworkStream stream;
    readonly byte[] buffer = new byte[8192];
    int next;
    int filled;

    RedisConnection(TcpClient client)
    {
        this.client = client;
        stream = client.GetStream();
    }

    /// <summary>Connects, and says who we are.</summary>
    /// <exception cref="SocketException">Nobody listens there.</exception>
    /// <exception cref="InvalidDataException">The password was refused.</exception>
    public static async Task<RedisConnection> OpenAsync(string host, int port, string? password, CancellationToken ct)
    {
        var socket = new TcpClient { NoDelay = true };
        try
        {
            await socket.ConnectAsync(host, port, ct);
            var connection = new RedisConnection(socket);
            if (password is not null)
            {
                await connection.AskAsync(ct, "AUTH", password);
            }

            await connection.AskAsync(ct, "CLIENT", "SETNAME", "perfgate");
            return connection;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends a command and reads its reply, a text.</summary>
    /// <exception cref="IOException">The connection broke.</exception>
    /// <exception cref="InvalidDataException">The server answered with an error, or not in RESP2.</exception>
    public async Task<string> AskAsync(CancellationToken ct, params string[] command)
    {
        var request = new StringBuilder().Append(CultureInfo.InvariantCulture, $"*{command.Length}\r\n");
        foreach (var part in command)
        {
            request.Append(CultureInfo.InvariantCulture, $"${Encoding.UTF8.GetByteCount(part)}\r\n{part}\r\n");
        }

        await stream.WriteAsync(Encoding.UTF8.GetBytes(request.ToString()), ct);
        var line = await ReadLineAsync(ct);
        return line switch
        {
            ['+', ..] => line[1..],
            ['-', ..] => throw new InvalidDataException($"it answered '{line[1..]}'."),
            ['$', ..] when int.TryParse(line.AsSpan(1), CultureInfo.InvariantCulture, out var length) && length is >= 0 and <= LongestReply =>
                await ReadBulkAsync(length, ct),
            _ => throw new InvalidDataException($"'{line}' is no reply of a Redis."),
        };
    }

    public void Dispose() => client.Dispose();

    async Task<string> ReadBulkAsync(int length, CancellationToken ct)
    {
        var bytes = new byte[length];
        for (var at = 0; at < length;)
        {
            await FillAsync(ct);
            var part = buffer.AsSpan(next, Math.Min(length - at, filled - next));
            part.CopyTo(bytes.AsSpan(at));
            next += part.Length;
            at += part.Length;
        }

        await ReadLineAsync(ct);
        return Encoding.UTF8.GetString(bytes);
    }

    async Task<string> ReadLineAsync(CancellationToken ct)
    {
        var line = new StringBuilder();
        while (true)
        {
            var c = (char)await ReadByteAsync(ct);
            if (c == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            if (line.Append(c).Length > buffer.Length)
            {
                throw new InvalidDataException("its reply has no end.");
            }
        }
    }

    async ValueTask<byte> ReadByteAsync(CancellationToken ct)
    {
        await FillAsync(ct);
        return buffer[next++];
    }

    // There is something to read afterwards.
    async ValueTask FillAsync(CancellationToken ct)
    {
        if (next < filled)
        {
            return;
        }

        (next, filled) = (0, await stream.ReadAsync(buffer, ct));
        if (filled == 0)
        {
            throw new EndOfStreamException("it closed the connection.");
        }
    }
}
