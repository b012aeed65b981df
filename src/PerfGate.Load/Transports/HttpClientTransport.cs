using System.Net;
using System.Net.Http.Headers;

namespace PerfGate.Load.Transports;

/// <summary>
/// The framework's HTTP stack without the parts of it that a load generator does itself: redirects, limits, names.
/// </summary>
internal sealed class HttpClientTransport(LoadClock clock, HostGuard guard, CookieContainer cookies) : ITransport
{
    readonly HttpMessageInvoker invoker = new(Handler(guard, cookies), disposeHandler: true);

    public async Task<TransportReply> Send(TransportRequest request, CancellationToken ct)
    {
        using var message = Message(request);
        var sent = clock.Micros;
        PooledBody? body = null;
        try
        {
            using var response = await invoker.SendAsync(message, ct);
            body = new PooledBody(response.Content.Headers.ContentLength ?? 0);
            await using (var stream = await response.Content.ReadAsStreamAsync(ct)) await body.ReadAll(stream, ct);
            var completed = clock.Micros;
            return new TransportReply((int)response.StatusCode, new HttpReplyHeaders(response), body, sent, completed, Error: null);
        }
        catch (Exception e)
        {
            body?.Dispose();
            if (ct.IsCancellationRequested) throw new OperationCanceledException(null, e, ct);
            return TransportReply.Failed(TransportErrors.Describe(e), sent, clock.Micros);
        }
    }

    public void Dispose() => invoker.Dispose();

    static SocketsHttpHandler Handler(HostGuard guard, CookieContainer cookies) => new()
    {
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectCallback = (context, ct) => guard.Connect(context.DnsEndPoint, ct),
        CookieContainer = cookies,
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
        UseCookies = true,
        UseProxy = false,
    };

    static HttpRequestMessage Message(TransportRequest request)
    {
        var message = new HttpRequestMessage(request.Method, request.Address);
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
