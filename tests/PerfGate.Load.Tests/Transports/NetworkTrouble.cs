using System.Net;
using System.Net.Sockets;
using PerfGate.Load.Results;

namespace PerfGate.Load.Tests.Transports;

public abstract class NetworkTrouble(TransportKind transport)
{
    public sealed class OverHttpClient() : NetworkTrouble(TransportKind.HttpClient);

    public sealed class Lean() : NetworkTrouble(TransportKind.Lean);

    static readonly Endpoint Page = Endpoint.Get("/");

    [Fact]
    public async Task A_refused_connection() => await Fails(new Uri("http://127.0.0.1:" + FreePort()), "connection refused");

    [Fact]
    public async Task A_name_that_does_not_exist() => await Fails(new Uri("http://no-such-host.invalid:81"), "host name not found");

    [Fact]
    public async Task A_connection_reset_by_the_system()
    {
        await using var system = new LoopbackListener(async (socket, ct) =>
        {
            await socket.ReceiveAsync(new byte[4096], ct);
            socket.LingerState = new LingerOption(true, 0);
            socket.Close();
        });
        await Fails(system.Address, "connection reset");
    }

    [Fact]
    public async Task A_body_that_ends_too_early()
    {
        await using var system = LoopbackListener.Answering("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this");
        await Fails(system.Address, "connection closed before the reply was complete");
    }

    [Fact]
    public async Task An_answer_that_is_not_http()
    {
        await using var system = LoopbackListener.Answering("SSH-2.0-OpenSSH_9.2\r\n\r\n");
        await Fails(system.Address, "the reply is not HTTP");
    }

    [Fact]
    public async Task No_tls_where_it_was_asked_for()
    {
        await using var system = LoopbackListener.Answering("HTTP/1.1 400 Bad Request\r\n\r\n");
        await Fails(new UriBuilder(system.Address) { Scheme = "https" }.Uri, "TLS handshake failed");
    }

    [Fact]
    public async Task No_answer_within_the_time_limit()
    {
        await using var system = new LoopbackListener((_, ct) => Task.Delay(Timeout.Infinite, ct));
        var result = await Fails(system.Address, "timed out after 0.25 s", plan => plan with { RequestTimeout = 250.Milliseconds() });
        result.Stages.Single().Endpoints.Single().ResponseTime.MinMicros.ShouldBeInRange(240_000, 5_000_000);
    }

    [Fact]
    public async Task No_end_of_the_body_within_the_requests_own_time_limit()
    {
        await using var system = new LoopbackListener(async (socket, ct) =>
        {
            await socket.ReceiveAsync(new byte[4096], ct);
            await socket.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this"u8.ToArray(), ct);
            await Task.Delay(Timeout.Infinite, ct);
        });
        var result = await Script.Run(system.Address, transport, async user => await user.Http.Send(Page, r => r.Timeout(200.Milliseconds())));
        result.Failures.ShouldHaveSingleItem().Reason.ShouldBe("timed out after 0.2 s");
    }

    [Fact]
    public async Task A_request_without_a_reply_stays_failed_and_reading_it_ends_the_task_without_a_second_count()
    {
        var reached = false;
        var result = await Script.Run(new Uri("http://127.0.0.1:" + FreePort()), transport, async user =>
        {
            using var reply = await user.Http.Send(Page);
            reply.ExpectStatus(200).ShouldBeFalse();
            reply.Accept();
            reply.Fail("something else");
            reply.Failure.ShouldBe("connection refused");
            reply.Text.ShouldBe("");
            reply.Header("Server").ShouldBeNull();
            reply.Json<int>();
            reached = true;
        });
        reached.ShouldBeFalse();
        result.Exceptions.ShouldBeEmpty();
        result.Failures.ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Reason.ShouldBe("connection refused"), f => f.Count.ShouldBe(1));
    }

    async Task<LoadResult> Fails(Uri target, string reason, Func<LoadPlan, LoadPlan>? change = null)
    {
        int? status = null;
        var result = await Script.Run(
            target, async user => status = (await user.Http.Send(Page)).Status,
            plan => (change is null ? plan : change(plan)) with { Transport = transport });
        status.ShouldBe(0);
        result.Exceptions.ShouldBeEmpty();
        result.Failures.ShouldHaveSingleItem().Reason.ShouldStartWith(reason);
        return result;
    }

    static int FreePort()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
