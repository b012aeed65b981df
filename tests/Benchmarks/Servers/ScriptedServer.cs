using System.Net;
using System.Net.Sockets;
using System.Text;
using PerfGate.Statistics;

namespace Benchmarks.Servers;

/// <summary>
/// Answers by a <see cref="Script"/>, to within microseconds: one thread that never sleeps while it has connections, on a core of
/// its own. The script begins with the first request after half a second of silence. How late it was itself is at /lateness.
/// </summary>
internal sealed class ScriptedServer(Script script, TimeProvider time)
{
    public const string Command = "script";

    const long Silence = 500_000;

    static readonly byte[] Answer = Encoding.ASCII.GetBytes(
        $"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: keep-alive\r\nContent-Length: {Page.Body.Length}\r\n\r\n{Page.Body}");

    readonly Dictionary<int, Socket> sockets = [];
    readonly Queue<Pending>[] queues = [.. Script.Delays.Select(_ => new Queue<Pending>())];
    readonly HdrHistogram lateness = new();
    readonly byte[] buffer = new byte[16_384];
    readonly long start = time.GetTimestamp();
    long began;
    long lastSeen = -Silence;
    long number;

    long Micros => time.GetElapsedTime(start).Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>Serves until it is told to stop.</summary>
    public int Run(int port, CancellationToken ct)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
        listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        listener.Listen(4096);
        using var epoll = new Epoll();
        var door = (int)listener.Handle;
        epoll.Watch(door);
        var ready = new int[64];
        while (!ct.IsCancellationRequested)
        {
            var count = epoll.Wait(sockets.Count == 0 ? 5 : 0, ready);
            foreach (var file in ready.AsSpan(0, count))
                if (file == door) Accept(listener, epoll);
                else Read(file);
            SendWhatIsDue();
        }

        return 0;
    }

    void Accept(Socket listener, Epoll epoll)
    {
        while (listener.Poll(0, SelectMode.SelectRead))
        {
            var socket = listener.Accept();
            socket.Blocking = false;
            socket.NoDelay = true;
            sockets.Add((int)socket.Handle, socket);
            epoll.Watch((int)socket.Handle);
        }
    }

    void Read(int file)
    {
        var socket = sockets[file];
        var length = socket.Receive(buffer, SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock) return;
        if (error != SocketError.Success || length == 0)
        {
            sockets.Remove(file);
            socket.Dispose();
            return;
        }

        // A request of a few hundred bytes comes in one piece on loopback; whatever else comes is not for this server.
        var request = buffer.AsSpan(0, length);
        if (!request.StartsWith("GET "u8) || !request.EndsWith("\r\n\r\n"u8))
            throw new InvalidOperationException($"The scripted server did not understand: {Encoding.ASCII.GetString(request)}");
        if (request.StartsWith("GET /lateness"u8)) Report(socket);
        else Enqueue(socket);
    }

    void Enqueue(Socket socket)
    {
        var now = Micros;
        if (now - lastSeen >= Silence && queues.All(q => q.Count == 0))
        {
            (began, number) = (now, 0);
            lateness.Clear();
        }

        lastSeen = now;
        var kind = Script.KindOf(number++);
        queues[kind].Enqueue(new Pending(socket, began + script.AnswerAt(now - began, kind)));
    }

    void SendWhatIsDue()
    {
        foreach (var queue in queues)
        {
            while (queue.TryPeek(out var pending) && Micros is var now && pending.DueMicros <= now)
            {
                queue.Dequeue();
                lastSeen = now;
                // Whoever went away before its answer was due gets none.
                if (pending.Socket.SafeHandle.IsClosed) continue;
                pending.Socket.Send(Answer, SocketFlags.None, out _);
                // Those that a stall held back leave in one burst, late by their number: that is in the stall's own bar of 1 %.
                if (!script.IsStallsEnd(pending.DueMicros - began)) lateness.Record(Micros - pending.DueMicros);
            }
        }
    }

    void Report(Socket socket)
    {
        var text = lateness.Count == 0 ? "0" : lateness.Encode();
        socket.Send(Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {text.Length}\r\n\r\n{text}"));
    }
}
