using System.Collections.Concurrent;
using System.IO.Pipes;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Docker.DotNet.Tests.Support;

/// <summary>Something on a socket, a pipe or a port of this machine that answers every request as a test says.</summary>
internal sealed class FakeEngine : IAsyncDisposable
{
    readonly CancellationTokenSource ending = new();
    readonly Func<CancellationToken, Task<Stream>> accept;
    readonly Action close;
    readonly Answer answer;
    readonly Task serving;

    FakeEngine(Uri endpoint, Answer answer, Func<CancellationToken, Task<Stream>> accept, Action close)
    {
        Endpoint = endpoint;
        this.answer = answer;
        this.accept = accept;
        this.close = close;
        serving = ServeAsync();
    }

    public Uri Endpoint { get; }

    /// <summary>Heads of the requests received, line by line.</summary>
    public ConcurrentQueue<string[]> Heads { get; } = [];

    /// <summary>The only request received, such as <c>GET /_ping</c>, unescaped.</summary>
    public string Request => Uri.UnescapeDataString(Heads.ShouldHaveSingleItem()[0].Replace(" HTTP/1.1", ""));

    public static FakeEngine OnSocket(Answer answer)
    {
        var path = Path.Combine(Path.GetTempPath(), $"perfgate-{Guid.NewGuid():N}.sock");
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        return new(new Uri($"unix://{path}"), answer, ct => AcceptAsync(listener, ct), () =>
        {
            listener.Dispose();
            File.Delete(path);
        });
    }

    public static FakeEngine OnPort(Answer answer, string path = "")
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        var endpoint = new Uri($"tcp://{listener.LocalEndPoint}{path}");
        return new(endpoint, answer, ct => AcceptAsync(listener, ct), listener.Dispose);
    }

    public static FakeEngine OnPipe(Answer answer)
    {
        var name = $"perfgate-{Guid.NewGuid():N}";
        var pipe = Listen();
        return new(new Uri($"npipe://./pipe/{name}"), answer, AcceptAsync, () => pipe.Dispose());

        NamedPipeServerStream Listen() => new(
            name, PipeDirection.InOut, NamedPipeServerStream.MaxAllowedServerInstances, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);

        async Task<Stream> AcceptAsync(CancellationToken ct)
        {
            await pipe.WaitForConnectionAsync(ct);
            var connected = pipe;
            pipe = Listen();
            return connected;
        }
    }

    public DockerClient Connect(TimeSpan timeout = default, Version? version = null) =>
        new DockerClientConfiguration(Endpoint, defaultTimeout: timeout).CreateClient(version);

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await serving;
        close();
        ending.Dispose();
    }

    static async Task<Stream> AcceptAsync(Socket listener, CancellationToken ct) =>
        new NetworkStream(await listener.AcceptAsync(ct), ownsSocket: true);

    async Task ServeAsync()
    {
        var answering = new List<Task>();
        try
        {
            while (true) answering.Add(AnswerAsync(await accept(ending.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(answering);
        }
    }

    async Task AnswerAsync(Stream stream)
    {
        await using (stream)
        {
            try
            {
                Heads.Enqueue(await ReadHeadAsync(stream));
                await answer(stream, ending.Token);
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException)
            {
                // The client hung up or the test is over: both are for the test to judge.
            }
        }
    }

    async Task<string[]> ReadHeadAsync(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        // As lenient about ends of lines as a real engine is.
        while (!head.ToString().EndsWith("\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, ending.Token);
            head.Append((char)one[0]);
        }

        return head.ToString().Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
    }
}
