using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;

namespace PerfGate.Load.Transports;

/// <summary>
/// HTTP/1.1 straight on sockets, with nothing between a user and the wire that a request would have to pay for. One connection
/// carries a user's requests one after the other; requests sent side by side open further ones. What it does not support is
/// refused in words, not guessed.
/// </summary>
/// <remarks>
/// The receive is posted before the request is sent. It costs nothing, since it would have to be posted anyway, and it shows
/// a connection that the system closed meanwhile, or on which it said something unasked, while nothing is sent yet. A
/// connection that is closed later, but before any byte of the reply, is a stale one too: the request is sent once more on a
/// new one if sending it twice does no harm. A reset is no such sign, here as with the framework's client.
/// </remarks>
internal sealed class LeanTransport(LoadClock clock, HostGuard guard, CookieJar cookies, X509Certificate2Collection? roots)
    : ITransport
{
    readonly RequestBytes requests = new(cookies);
    LeanConnection? idle;
    ConcurrentStack<LeanConnection>? others;
    volatile bool over;

    // One long method, because every further asynchronous one on the way of a request costs it about a tenth of a microsecond.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask Send(TransportRequest request, Exchange exchange)
    {
        var buffer = exchange.Buffer;
        var begun = false;
        for (var connection = TakeIdle(); ; connection = null)
        {
            var reused = connection is not null;
            ValueTask<int> receiving = default;
            var (pending, sent) = (false, false);
            Exception? trouble = null;
            try
            {
                connection ??= await Connect(request.Target, exchange);
                exchange.Attach(connection);
                if (exchange.Aborted) throw new OperationCanceledException();
                var reader = connection.Reader;
                reader.Begin(request.Target.IsHead);
                buffer.Reserve();
                receiving = connection.Receive(buffer.Free);
                pending = true;
                if (!reused || !receiving.IsCompleted)
                {
                    if (!begun) exchange.SentMicros = clock.Micros;
                    begun = sent = true;
                    if (TrySend(connection, in request) is { } rest) await SendRest(connection, request, rest);
                    while (true)
                    {
                        pending = false;
                        var received = await receiving;
                        buffer.Filled += received;
                        if (received == 0 ? reader.Closed() : reader.Advance(buffer))
                        {
                            Finish(request.Target.Address, connection, exchange);
                            return;
                        }

                        if (received == 0) throw new HttpIOException(HttpRequestError.ResponseEnded);
                        buffer.Reserve(reader.Missing);
                        receiving = connection.Receive(buffer.Free);
                        pending = true;
                    }
                }
            }
            catch (Exception e)
            {
                trouble = e;
            }

            connection?.Abort();
            if (pending) await Settle(receiving);
            connection?.Dispose();
            var closedUnused = buffer.Filled == 0 && trouble is HttpIOException;
            buffer.Clear();
            if (reused && !exchange.Aborted && (!sent || (closedUnused && request.Target.IsRepeatable))) continue;
            exchange.TryDetach();
            exchange.Fail(TransportErrors.Describe(trouble ?? new OperationCanceledException()), clock.Micros);
            return;
        }
    }

    public void Dispose()
    {
        over = true;
        while (TakeIdle() is { } connection) connection.Dispose();
    }

    void Finish(Uri address, LeanConnection connection, Exchange exchange)
    {
        var completed = clock.Micros;
        var (reader, buffer) = (connection.Reader, exchange.Buffer);
        exchange.Complete(reader.Status, buffer, completed);
        if (reader.HasCookies)
            foreach (var cookie in buffer.Values("Set-Cookie"))
                cookies.Take(address, cookie);
        var hasEncoding = reader.HasEncoding;
        if (exchange.TryDetach() && reader.KeepsAlive) Rest(connection);
        else connection.Dispose();
        if (hasEncoding) Decode(exchange);
    }

    void Decode(Exchange exchange)
    {
        try
        {
            BodyDecoder.Decode(exchange.Buffer);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or NotHttpException)
        {
            // Only the Brotli stream says it with an InvalidOperationException.
            exchange.Fail(TransportErrors.Describe(e is NotHttpException ? e : new InvalidDataException(null, e)), clock.Micros);
        }
    }

    async Task<LeanConnection> Connect(RequestTarget target, Exchange exchange)
    {
        var ct = exchange.AttachTokenOnce();
        var began = clock.Micros;
        var address = target.Address;
        var socket = await guard.Connect(new DnsEndPoint(address.IdnHost, address.Port), ct);
        var secure = address.Scheme == Uri.UriSchemeHttps ? await Tls.Open(socket, address.IdnHost, roots, ct) : null;
        exchange.ConnectMicros = clock.Micros - began;

        // Then a send that would have to wait comes back at once, and the socket's own bookkeeping of waiting is passed by.
        if (secure is null) socket.Blocking = false;
        return new LeanConnection(socket, secure);
    }

    // Null: all of it went out. Else the memory to go on from, borrowed, with the number of bytes sent and in it.
    (byte[] Bytes, int Sent, int Length, bool WithBody)? TrySend(LeanConnection connection, in TransportRequest request)
    {
        var (bytes, length, withBody) = requests.Write(in request);
        var done = false;
        try
        {
            var sent = connection.TrySend(bytes.AsSpan(0, length));
            done = sent == length && (withBody || request.Body is null);
            return done ? null : (bytes, sent, length, withBody);
        }
        catch (SocketException)
        {
            done = true;
            throw;
        }
        finally
        {
            if (done) ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    static async Task SendRest(
        LeanConnection connection, TransportRequest request, (byte[] Bytes, int Sent, int Length, bool WithBody) rest)
    {
        try
        {
            await connection.Send(rest.Bytes.AsMemory(rest.Sent, rest.Length - rest.Sent));
            if (!rest.WithBody && request.Body is { } body) await connection.Send(body);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rest.Bytes);
        }
    }

    // The buffer must not go back to the pool while a receive may still write into it.
    static async Task Settle(ValueTask<int> receiving) =>
        await ((Task)receiving.AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    LeanConnection? TakeIdle()
    {
        if (Interlocked.Exchange(ref idle, null) is { } first) return first;
        return others is { } more && more.TryPop(out var other) ? other : null;
    }

    void Rest(LeanConnection connection)
    {
        if (Interlocked.CompareExchange(ref idle, connection, null) is not null)
            (others ?? Interlocked.CompareExchange(ref others, [], null) ?? others).Push(connection);

        // The user may have gone while its request was under way.
        if (over) Dispose();
    }
}
