using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace PerfGate.Load.Tests.Conformance;

/// <summary>A server on raw sockets: what each connection says, byte by byte, is up to the test. It counts connections.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource over = new();
    readonly List<Task> serving = [];
    readonly Func<ServerConnection, Task> serve;
    readonly X509Certificate2? certificate;
    readonly Task accepting;
    int accepted;
    int open;

    public ScriptedServer(Func<ServerConnection, Task> serve, X509Certificate2? certificate = null)
    {
        this.serve = serve;
        this.certificate = certificate;
        listener.Start();
        Address = new Uri($"{(certificate is null ? "http" : "https")}://{listener.LocalEndpoint}");
        accepting = Accept();
    }

    public Uri Address { get; }

    public int Accepted => Volatile.Read(ref accepted);

    /// <summary>Connections that neither side has closed.</summary>
    public int Open => Volatile.Read(ref open);

    /// <summary>Answers every request with the same bytes, for as long as the client keeps the connection.</summary>
    public static ScriptedServer Answering(byte[] reply, X509Certificate2? certificate = null) => new(async connection =>
    {
        while (await connection.ReadRequest() is not null) await connection.Send(reply);
    }, certificate);

    /// <summary>Waits until no connection is open any more; returns how many are after a while.</summary>
    public async Task<int> OpenInTheEnd()
    {
        for (var i = 0; i < 200 && Open > 0; i++) await Task.Delay(10);
        return Open;
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(serving);
        over.Dispose();
    }

    async Task Accept()
    {
        try
        {
            while (true) serving.Add(Serve(await listener.AcceptSocketAsync(over.Token)));
        }
        catch (Exception) when (over.IsCancellationRequested)
        {
            // The test is over.
        }
    }

    async Task Serve(Socket socket)
    {
        using var own = socket;
        socket.NoDelay = true;
        Interlocked.Increment(ref accepted);
        Interlocked.Increment(ref open);
        try
        {
            await using var stream = await Greet(socket);
            await serve(new ServerConnection(socket, stream, Accepted, over.Token));
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException
            or System.Security.Authentication.AuthenticationException)
        {
            // The client went, or the test is over.
        }
        finally
        {
            Interlocked.Decrement(ref open);
        }
    }

    async Task<Stream> Greet(Socket socket)
    {
        var plain = new NetworkStream(socket, ownsSocket: false);
        if (certificate is null) return plain;
        var secure = new SslStream(plain);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, over.Token);
        return secure;
    }
}
