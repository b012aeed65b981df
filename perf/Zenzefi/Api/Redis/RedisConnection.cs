using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Threading.Channels;
using Zenzefi.Api.Settings;

namespace Zenzefi.Api.Redis;

/// <summary>
/// One connection that everybody shares. Commands are written as they come, without waiting for the replies to earlier
/// ones, and those that come while others are being written leave together; replies arrive in the order of the commands.
/// Once anything goes wrong, everybody who waits is told and the connection is of no more use.
/// </summary>
internal sealed class RedisConnection : IAsyncDisposable
{
    readonly RedisSettings settings;
    readonly TimeProvider clock;
    readonly NetworkStream stream;
    readonly Channel<RedisExchange> unsent = Channel.CreateUnbounded<RedisExchange>(new() { SingleReader = true });
    readonly ConcurrentQueue<RedisExchange> unanswered = [];
    readonly Task running;
    RedisException? end;

    RedisConnection(RedisSettings settings, TimeProvider clock, Socket socket)
    {
        (this.settings, this.clock) = (settings, clock);
        stream = new NetworkStream(socket, ownsSocket: true);
        running = RunAsync();
    }

    public bool IsOpen => Volatile.Read(ref end) is null;

    /// <summary>Connects and logs in.</summary>
    /// <exception cref="RedisException">It cannot be reached in time, or it does not let us in.</exception>
    public static async Task<RedisConnection> OpenAsync(RedisSettings settings, TimeProvider clock, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var timeout = new CancellationTokenSource(settings.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        try
        {
            await socket.ConnectAsync(settings.Host, settings.Port, either.Token);
        }
        catch (Exception exception)
        {
            socket.Dispose();
            if (exception is SocketException || timeout.IsCancellationRequested)
            {
                throw new RedisException(
                    $"Cannot connect to {settings.Shown}: {(exception as SocketException)?.Message ?? Late(settings)}.",
                    exception);
            }

            throw;
        }

        var connection = new RedisConnection(settings, clock, socket);
        try
        {
            await connection.LogInAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends a command and waits for its reply, an error among them.</summary>
    /// <exception cref="RedisException">The connection broke, or the reply was too late, which breaks it as well.</exception>
    public async Task<RespReply> SendAsync(string[] command, CancellationToken ct)
    {
        var exchange = new RedisExchange(command);
        if (!unsent.Writer.TryWrite(exchange))
        {
            throw new RedisException(end!.Message, end);
        }

        try
        {
            return await exchange.Task.WaitAsync(settings.Timeout, clock, ct);
        }
        catch (TimeoutException)
        {
            var late = new RedisException($"{settings.Shown}: {Late(settings)}.");
            End(late);
            throw late;
        }
    }

    /// <summary>Ends the connection; whoever still waits is told.</summary>
    public async ValueTask DisposeAsync()
    {
        End(new RedisException($"The connection to {settings.Shown} was closed."));
        await running;
    }

    static string Late(RedisSettings settings) => $"no answer within {settings.Timeout.TotalSeconds:0.###} s";

    async Task LogInAsync(CancellationToken ct)
    {
        if (settings.Password is { } password)
        {
            await ExpectOkAsync(settings.User is { } user ? ["AUTH", user, password] : ["AUTH", password], ct);
        }

        if (settings.Database != 0)
        {
            await ExpectOkAsync(["SELECT", settings.Database.ToString()], ct);
        }

        await ExpectOkAsync(["CLIENT", "SETNAME", "zenzefi"], ct);
    }

    async Task ExpectOkAsync(string[] command, CancellationToken ct)
    {
        if (await SendAsync(command, ct) is not { Kind: RespKind.Text, Text: "OK" } and var reply)
        {
            throw new RedisException($"{settings.Shown} answered {command[0]} with: {reply.Text ?? reply.Kind.ToString()}");
        }
    }

    async Task RunAsync()
    {
        await Task.WhenAll(UntilTheEndAsync(WriteAsync), UntilTheEndAsync(ReadAsync));
        while (unanswered.TryDequeue(out var exchange) || unsent.Reader.TryRead(out exchange))
        {
            exchange.TrySetException(end!);
        }
    }

    async Task UntilTheEndAsync(Func<Task> loop)
    {
        try
        {
            await loop();
        }
        catch (RedisException exception)
        {
            End(exception);
        }
        catch (Exception exception)
        {
            End(new RedisException($"The connection to {settings.Shown} broke: {exception.Message}", exception));
        }
    }

    void End(RedisException reason)
    {
        if (Interlocked.CompareExchange(ref end, reason, null) is null)
        {
            unsent.Writer.TryComplete();
            stream.Dispose();
        }
    }

    async Task WriteAsync()
    {
        var output = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
        while (await unsent.Reader.WaitToReadAsync())
        {
            while (unsent.Reader.TryRead(out var exchange))
            {
                unanswered.Enqueue(exchange);
                RespCommand.Write(output, exchange.Command);
            }

            await output.FlushAsync();
        }
    }

    async Task ReadAsync()
    {
        var input = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
        while (true)
        {
            var result = await input.ReadAsync();
            var buffer = result.Buffer;
            while (RespReader.TryRead(ref buffer, out var reply))
            {
                if (!unanswered.TryDequeue(out var exchange))
                {
                    throw new RedisException($"{settings.Shown} replied to nothing that it was asked.");
                }

                exchange.TrySetResult(reply);
            }

            if (result.IsCompleted)
            {
                throw new RedisException($"{settings.Shown} closed the connection.");
            }

            input.AdvanceTo(buffer.Start, buffer.End);
        }
    }
}
