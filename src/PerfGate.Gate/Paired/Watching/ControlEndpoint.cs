using System.Net;
using System.Net.Sockets;
using PerfGate.Statistics;

namespace PerfGate.Gate.Paired.Watching;

/// <summary>
/// A round trip over loopback that is all the harness's own: no build can change how long it takes, so when it changes the
/// machine did. Asked only while neither system is.
/// </summary>
internal sealed class ControlEndpoint : IDisposable
{
    const int MessageBytes = 256;
    const int Trips = 400;

    // A scheduler that wakes up slowly must not be taken for a slow machine.
    const int Unmeasured = 50;

    readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    readonly Socket asking = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    readonly Socket answering;
    readonly Thread answers;
    readonly byte[] message = new byte[MessageBytes];
    readonly TimeProvider time;
    readonly List<double> measured = [];

    /// <summary>Listens on a free port of loopback, and is its own only client.</summary>
    public ControlEndpoint(TimeProvider time)
    {
        this.time = time;
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1);
        asking.Connect(listener.LocalEndPoint!);
        answering = listener.Accept();
        answering.NoDelay = true;
        answers = new Thread(Answer) { IsBackground = true, Name = "control endpoint" };
        answers.Start();
    }

    /// <summary>The median of what was measured so far; null when nothing was.</summary>
    public double? UsualMicros => measured.Count == 0 ? null : Median.Of(measured);

    /// <summary>The median of a few hundred round trips in microseconds; blocks for some ten milliseconds.</summary>
    public double MeasureMicros()
    {
        var micros = new double[Trips];
        for (var trip = -Unmeasured; trip < Trips; trip++)
        {
            var start = time.GetTimestamp();
            asking.Send(message);
            Receive(asking, message);
            if (trip >= 0) micros[trip] = time.GetElapsedTime(start).TotalMicroseconds;
        }

        var median = Median.Of(micros);
        measured.Add(median);
        return median;
    }

    public void Dispose()
    {
        asking.Dispose();
        answers.Join();
        answering.Dispose();
        listener.Dispose();
    }

    void Answer()
    {
        var buffer = new byte[MessageBytes];
        try
        {
            while (Receive(answering, buffer)) answering.Send(buffer);
        }
        catch (SocketException)
        {
            // The client is gone, and with it the need for answers.
        }
    }

    static bool Receive(Socket socket, byte[] buffer)
    {
        for (var received = 0; received < buffer.Length;)
        {
            var more = socket.Receive(buffer.AsSpan(received));
            if (more == 0) return false;
            received += more;
        }

        return true;
    }
}
