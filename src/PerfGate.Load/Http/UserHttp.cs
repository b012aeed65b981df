using System.Net;
using System.Runtime.CompilerServices;
using PerfGate.Load.Http;
using PerfGate.Load.Scheduling;
using PerfGate.Load.Transports;

namespace PerfGate.Load;

/// <summary>
/// One user's HTTP client: its own connections, cookies and headers. Every request is measured and recorded under its
/// endpoint's name. Safe for requests sent side by side within a task, each of which then has a connection of its own.
/// </summary>
public sealed class UserHttp
{
    readonly LoadRun run;
    readonly CancellationToken cutOff;
    readonly CancellationTokenRegistration cutting;
    readonly CookieJar cookies = new();
    readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
    readonly Lock remembering = new();
    ITransport? transport;
    List<ReplyState>? otherUnsettled;
    ReplyState? states;
    ReplyState? spare;
    ReplyState? unsettled;

    internal UserHttp(LoadRun run, CancellationToken cutOff)
    {
        this.run = run;
        this.cutOff = cutOff;
        cutting = cutOff.UnsafeRegister(static h => ((UserHttp)h!).Cut(), this);
    }

    /// <summary>
    /// Headers sent with every request of this user, such as <c>Authorization</c>. Names are compared without regard to case.
    /// </summary>
    public IDictionary<string, string> Headers => headers;

    /// <summary>The user's cookies: kept from replies and sent back by themselves.</summary>
    public CookieContainer Cookies => cookies.Container;

    ITransport Transport => Volatile.Read(ref transport) ?? OpenTransport();

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
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Reply> Send(Endpoint endpoint, Action<RequestSetup>? setup = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var now = run.Clock.Micros;
        var asked = TakeDue() ?? now;
        RequestSetup? details = null;
        if (setup is not null)
        {
            setup(details = new RequestSetup());
            now = run.Clock.Micros;
        }

        var route = run.Routes.For(endpoint, details);
        var request = new TransportRequest(route.Target, HeadersFor(details), details?.Content, details?.ContentType);
        var limit = details?.TimeLimit ?? run.Plan.RequestTimeout;
        var limitMicros = limit.Ticks / TimeSpan.TicksPerMicrosecond;
        run.Deadlines.Heed(limitMicros);
        var state = Interlocked.Exchange(ref spare, null) ?? NewState();
        var exchange = state.Exchange;
        exchange.Begin(now, limitMicros);
        try
        {
            await Transport.Send(request, exchange);
            if (exchange.Status is >= 300 and < 400) await Follow(request, exchange);
        }
        catch
        {
            exchange.End();
            Discard(state);
            throw;
        }

        if (exchange.End() is not ExchangeEnd.Finished and var end) Aborted(state, end, limit);
        Remember(state);
        return state.Show(route.Endpoint, asked);
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
        if (Volatile.Read(ref unsettled) is { } first) first.Settle(first.Turn);
        if (Volatile.Read(ref otherUnsettled) is not { } list) return;
        ReplyState[] others;
        lock (remembering) others = [.. list];
        foreach (var other in others) other.Settle(other.Turn);
    }

    /// <summary>A reply is recorded, and what stood for it may stand for another.</summary>
    internal void Settled(ReplyState state)
    {
        if (Interlocked.CompareExchange(ref unsettled, null, state) != state)
            lock (remembering) otherUnsettled?.Remove(state);
        Volatile.Write(ref spare, state);
    }

    internal void Close()
    {
        cutting.Unregister();
        Volatile.Read(ref transport)?.Dispose();
        Cut();
        lock (remembering)
        {
            for (var state = states; state is not null; state = state.Next) run.Deadlines.Close(state.Exchange);
            states = null;
        }
    }

    // What is missed because it begins at this very moment is found by the next sweep.
    void Cut()
    {
        lock (remembering)
            for (var state = states; state is not null; state = state.Next)
                state.Exchange.Cut();
    }

    async ValueTask Follow(TransportRequest request, Exchange exchange)
    {
        var (sent, connect) = (exchange.SentMicros, exchange.ConnectMicros);
        for (var followed = 0; Redirects.LocationOf(exchange) is { } location; followed++)
        {
            var (next, refusal) = Redirects.Follow(request, exchange.Status, location);
            if (followed == Redirects.Limit) refusal = $"more than {Redirects.Limit} redirects";
            if (refusal is not null)
            {
                exchange.Refuse(refusal);
                break;
            }

            exchange.EarlierBytes += exchange.Buffer.BodyLength;
            exchange.Buffer.Clear();
            request = next;
            await Transport.Send(request, exchange);
        }

        (exchange.SentMicros, exchange.ConnectMicros) = (sent, connect ?? exchange.ConnectMicros);
    }

    void Aborted(ReplyState state, ExchangeEnd end, TimeSpan limit)
    {
        if (end == ExchangeEnd.CutOff)
        {
            Discard(state);
            run.Recorder.CutOff();
            throw new OperationCanceledException(cutOff);
        }

        state.Exchange.Fail($"timed out after {limit.TotalSeconds:0.###} s", run.Clock.Micros);
    }

    Dictionary<string, string> HeadersFor(RequestSetup? details)
    {
        if (details?.Headers is not { } own) return headers;
        foreach (var (name, value) in headers) own.TryAdd(name, value);
        return own;
    }

    ITransport OpenTransport()
    {
        lock (remembering) return transport ??= run.Transports.Open(cookies);
    }

    ReplyState NewState()
    {
        var exchange = run.Deadlines.Open(cutOff);
        lock (remembering) return states = new ReplyState(this, run.Recorder, exchange) { Next = states };
    }

    void Discard(ReplyState state)
    {
        state.Exchange.Buffer.Clear();
        Volatile.Write(ref spare, state);
    }

    // Nearly always there is but one; the others are those sent side by side, or not disposed.
    void Remember(ReplyState state)
    {
        if (Interlocked.CompareExchange(ref unsettled, state, null) is not null)
            lock (remembering) (otherUnsettled ??= []).Add(state);
    }
}
