using System.Net;
using PerfGate.Load.Http;
using PerfGate.Load.Scheduling;
using PerfGate.Load.Transports;

namespace PerfGate.Load;

/// <summary>
/// One user's HTTP client: its own connections, cookies and headers. Every request is measured and recorded under its
/// endpoint's name. Safe for requests sent side by side within a task.
/// </summary>
public sealed class UserHttp
{
    readonly LoadRun run;
    readonly Lazy<ITransport> transport;
    readonly CancellationToken cutOff;
    readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
    Reply? lastReply;

    internal UserHttp(LoadRun run, CancellationToken cutOff)
    {
        this.run = run;
        this.cutOff = cutOff;
        transport = new(() => run.Transports.Open(Cookies));
    }

    /// <summary>
    /// Headers sent with every request of this user, such as <c>Authorization</c>. Names are compared without regard to case.
    /// </summary>
    public IDictionary<string, string> Headers => headers;

    /// <summary>The user's cookies: kept from replies and sent back by themselves.</summary>
    public CookieContainer Cookies { get; } = new();

    /// <summary>
    /// Sends a request and waits for the whole reply. Redirects within the same host are followed. Whatever the network
    /// does is a failed reply with <see cref="Reply.Status"/> 0, not an exception.
    /// </summary>
    /// <param name="endpoint">Where to, and under which name it is counted.</param>
    /// <param name="setup">What this request has beside its endpoint: <c>r => r.Query("limit", 10).Json(body)</c>.</param>
    /// <returns>
    /// The reply; dispose it when its outcome is settled. One that is not disposed is recorded when the task ends.
    /// </returns>
    /// <exception cref="OperationCanceledException">
    /// The run was cut off by force; the request is not counted as a failure.
    /// </exception>
    public async Task<Reply> Send(Endpoint endpoint, Action<RequestSetup>? setup = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var asked = TakeDue() ?? run.Clock.Micros;
        RequestSetup? details = null;
        if (setup is not null) setup(details = new RequestSetup());
        var route = run.Routes.For(endpoint, details);
        var request = new TransportRequest(
            endpoint.Method, route.Address, HeadersFor(details), details?.Content, details?.ContentType);
        var result = await Exchange(request, details?.TimeLimit ?? run.Plan.RequestTimeout);
        return Remember(new Reply(run.Recorder, route.Endpoint, asked, result));
    }

    /// <summary>
    /// When the task under way was due, in load time: its first request is timed from then. Null: that request took it already,
    /// or the task is on no schedule of arrivals.
    /// </summary>
    internal long? DueMicros { get; set; }

    /// <summary><see cref="DueMicros"/>, once.</summary>
    internal long? TakeDue()
    {
        var due = DueMicros;
        DueMicros = null;
        return due;
    }

    /// <summary>Records every reply that the task did not dispose.</summary>
    internal void SettleReplies()
    {
        for (var reply = Interlocked.Exchange(ref lastReply, null); reply is not null; reply = reply.Older) reply.Dispose();
    }

    internal void Close()
    {
        if (transport.IsValueCreated) transport.Value.Dispose();
    }

    async Task<TransportReply> Exchange(TransportRequest request, TimeSpan limit)
    {
        using var deadline = new CancellationTokenSource(limit, run.Clock.Time);
        await using var cut = cutOff.UnsafeRegister(static d => ((CancellationTokenSource)d!).Cancel(), deadline);
        var began = run.Clock.Micros;
        try
        {
            return await Follow(request, deadline.Token);
        }
        catch (OperationCanceledException) when (cutOff.IsCancellationRequested)
        {
            run.Recorder.CutOff();
            throw new OperationCanceledException(cutOff);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return TransportReply.Failed($"timed out after {limit.TotalSeconds:0.###} s", began, run.Clock.Micros);
        }
    }

    async Task<TransportReply> Follow(TransportRequest request, CancellationToken ct)
    {
        var reply = await transport.Value.Send(request, ct);
        var (sent, earlier) = (reply.SentMicros, 0L);
        for (var followed = 0; Redirects.LocationOf(reply) is { } location; followed++)
        {
            var (next, refusal) = Redirects.Follow(request, reply.Status, location);
            if (followed == Redirects.Limit) refusal = $"more than {Redirects.Limit} redirects";
            if (refusal is not null) return reply with { Error = refusal, SentMicros = sent, EarlierBytes = earlier };
            earlier += reply.Body.Length;
            reply.Body.Dispose();
            request = next!;
            reply = await transport.Value.Send(request, ct);
        }

        return reply with { SentMicros = sent, EarlierBytes = earlier };
    }

    Dictionary<string, string> HeadersFor(RequestSetup? details)
    {
        if (details?.Headers is not { } own) return headers;
        foreach (var (name, value) in headers) own.TryAdd(name, value);
        return own;
    }

    // A chain without locks: sends side by side may end on any thread. Settled replies fall out of it as it grows.
    Reply Remember(Reply reply)
    {
        Reply? newest;
        do
        {
            newest = Volatile.Read(ref lastReply);
            reply.Older = newest?.NewestUnsettled();
        }
        while (Interlocked.CompareExchange(ref lastReply, reply, newest) != newest);
        return reply;
    }
}
