using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace PerfGate.Load.Transports;

/// <summary>
/// The framework's HTTP stack without the parts of it that a load generator does itself: redirects, limits, names.
/// </summary>
internal sealed class HttpClientTransport : ITransport
{
    // When a connection was begun and when it was there, told by the connecting to the request that asked for it.
    static readonly HttpRequestOptionsKey<(long Began, long Connected)> Connecting = new("connecting");

    // The framework goes on connecting for later requests when the one that asked for it was given up; nobody would time that.
    static readonly HttpRequestOptionsKey<CancellationToken> GivenUp = new("given up");

    readonly LoadClock clock;
    readonly HostGuard guard;
    readonly X509Certificate2Collection? roots;
    readonly HttpMessageInvoker invoker;

    public HttpClientTransport(LoadClock clock, HostGuard guard, CookieJar cookies, X509Certificate2Collection? roots)
    {
        (this.clock, this.guard, this.roots) = (clock, guard, roots);
        invoker = new HttpMessageInvoker(Handler(cookies.Container), disposeHandler: true);
    }

    public async ValueTask Send(TransportRequest request, Exchange exchange)
    {
        using var message = Message(in request);
        var ct = exchange.AttachToken();
        message.Options.Set(GivenUp, ct);
        exchange.SentMicros = clock.Micros;
        try
        {
            using var response = await invoker.SendAsync(message, ct);
            await using (var stream = await response.Content.ReadAsStreamAsync(ct))
                await exchange.Buffer.ReadBody(stream, response.Content.Headers.ContentLength ?? 0, ct);
            exchange.Complete((int)response.StatusCode, new HttpReplyHeaders(response), clock.Micros);
        }
        catch (Exception e)
        {
            exchange.Fail(TransportErrors.Describe(e), clock.Micros);
        }

        if (message.Options.TryGetValue(Connecting, out var times))
        {
            exchange.ConnectMicros = times.Connected - times.Began;
            exchange.SentMicros = Math.Clamp(times.Connected, exchange.SentMicros, exchange.CompletedMicros);
        }

        exchange.TryDetach();
    }

    public void Dispose() => invoker.Dispose();

    SocketsHttpHandler Handler(CookieContainer cookies) => new()
    {
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectCallback = Connect,
        CookieContainer = cookies,
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
        UseCookies = true,
        UseProxy = false,
    };

    async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var began = clock.Micros;
        var message = context.InitialRequestMessage;
        message.Options.TryGetValue(GivenUp, out var givenUp);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, givenUp);
        var socket = await guard.Connect(context.DnsEndPoint, either.Token);
        Stream stream = message.RequestUri!.Scheme == Uri.UriSchemeHttps
            ? await Tls.Open(socket, context.DnsEndPoint.Host, roots, either.Token)
            : new NetworkStream(socket, ownsSocket: true);
        message.Options.Set(Connecting, (began, clock.Micros));
        return stream;
    }

    static HttpRequestMessage Message(in TransportRequest request)
    {
        var message = new HttpRequestMessage(request.Target.Method, request.Target.Address);
        if (request.Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body);
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(request.ContentType!);
        }

        foreach (var (name, value) in request.Headers)
            if (!message.Headers.TryAddWithoutValidation(name, value))
                message.Content?.Headers.TryAddWithoutValidation(name, value);
        return message;
    }
}
