using System.Text;
using PerfGate.Load.Results;

namespace PerfGate.Load.Tests.Conformance;

/// <summary>What both transports must do alike with a server that minds every byte.</summary>
public abstract class SpeakingHttp(TransportKind transport)
{
    static readonly Endpoint Page = Endpoint.Get("/"), Form = Endpoint.Post("/form");

    public static TheoryData<ReplyCase> Fine => [.. Replies.Fine];

    public sealed class OverHttpClient() : SpeakingHttp(TransportKind.HttpClient);

    public sealed class Lean() : SpeakingHttp(TransportKind.Lean)
    {
        [Theory]
        [MemberData(nameof(Replies.Refused), MemberType = typeof(Replies))]
        public async Task What_cannot_be_trusted_fails_with_the_reason_and_its_connection_is_closed(string text, string words)
        {
            await using var server = new ScriptedServer(async connection =>
            {
                await connection.ReadRequest();
                await connection.Send(text);
                await connection.WaitForClose();
            });
            var result = await Run(server, async user =>
            {
                (await user.Http.Send(Page)).Status.ShouldBe(0);
                (await server.OpenInTheEnd()).ShouldBe(0);
            });
            result.Failures.ShouldHaveSingleItem().Reason.ShouldContain(words);
        }

        [Theory]
        [InlineData("Transfer-Encoding", "chunked", "does not let users set the header")]
        [InlineData("X-Split", "a\r\nX-Other: b", "holds a character that HTTP does not allow")]
        [InlineData("X Name", "a", "is no name of a header")]
        public async Task A_request_that_would_not_be_http_is_not_sent(string name, string value, string words)
        {
            await using var server = ScriptedServer.Answering(Encoding.ASCII.GetBytes(Replies.Ok));
            var result = await Run(server, async user => (await user.Http.Send(Page, r => r.Header(name, value))).Dispose());
            result.Failures.ShouldHaveSingleItem().Reason.ShouldContain(words);
        }

        [Fact]
        public async Task The_request_is_made_of_these_bytes()
        {
            var seen = new List<string>();
            await using var server = Recording(seen);
            await Run(server, async user =>
            {
                (await user.Http.Send(Page)).Dispose();
                user.Http.Headers["Authorization"] = "Bearer 1";
                (await user.Http.Send(Form, r => r.Body("a=b"u8.ToArray(), "text/plain"))).Dispose();
                user.Http.Headers["Authorization"] = "Bearer 2";
                user.Http.Cookies.Add(server.Address, new System.Net.Cookie("c", "1"));
                (await user.Http.Send(Form)).Dispose();
            });
            var host = $"Host: 127.0.0.1:{server.Address.Port}\r\n";
            seen.ShouldBe([
                $"GET / HTTP/1.1\r\n{host}Accept-Encoding: gzip, deflate, br\r\n\r\n",
                $"POST /form HTTP/1.1\r\n{host}Authorization: Bearer 1\r\nAccept-Encoding: gzip, deflate, br\r\n"
                    + "Content-Type: text/plain\r\nContent-Length: 3\r\n\r\na=b",
                $"POST /form HTTP/1.1\r\n{host}Authorization: Bearer 2\r\nAccept-Encoding: gzip, deflate, br\r\n"
                    + "Cookie: c=1\r\nContent-Length: 0\r\n\r\n"]);
        }

        [Fact]
        public async Task Bytes_that_come_unasked_between_two_requests_are_never_taken_for_a_reply()
        {
            await using var server = new ScriptedServer(async connection =>
            {
                await connection.ReadRequest();
                await connection.Send(Replies.Ok);
                if (connection.Number == 1) await connection.Send("HTTP/1.1 500 Unasked\r\nContent-Length: 0\r\n\r\n");
                await connection.WaitForClose();
            });
            var result = await Run(server, async user =>
            {
                (await user.Http.Send(Page)).Dispose();
                await Task.Delay(50);
                (await user.Http.Send(Form)).Dispose();
            });
            result.Stages.Single().Endpoints.Select(e => e.Statuses.Single().Key).ShouldNotContain(500);
        }
    }

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task Every_framing_is_read_and_the_connection_is_kept_exactly_when_it_may_be(ReplyCase reply)
    {
        await using var server = Answering(reply, (connection, bytes) => connection.Send(bytes));
        var result = await Run(server, user => Expect(user, reply, times: 5));
        server.Accepted.ShouldBe(reply.Closes ? 5 : 1);
        var endpoint = result.Stages.Single().Endpoints.Single();
        endpoint.Requests.ShouldBe(5);
        endpoint.BytesReceived.ShouldBe(5 * reply.Body.Length);
        endpoint.Statuses.ShouldBe([new(reply.Status, 5)]);
        endpoint.ConnectTime.ShouldNotBeNull().Count.ShouldBe(server.Accepted);
    }

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task A_reply_split_in_two_packets_at_any_byte_is_read_alike(ReplyCase reply)
    {
        var split = 0;
        await using var server = Answering(reply, async (connection, bytes) =>
        {
            await connection.Send(bytes.AsMemory(0, ++split));
            await Task.Delay(1);
            await connection.Send(bytes.AsMemory(split));
        });
        await Run(server, user => Expect(user, reply, reply.Bytes.Length - 1));
        split.ShouldBe(reply.Bytes.Length - 1);
    }

    [Fact]
    public async Task A_reply_that_dribbles_in_is_read_and_timed_to_its_last_byte()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.ReadRequest();
            foreach (var character in Replies.Ok)
            {
                await connection.Send(character.ToString());
                await Task.Delay(3);
            }
        });
        var result = await Run(server, async user => (await user.Http.Send(Page)).Text.ShouldBe("hello"));
        result.Stages.Single().Endpoints.Single().ServiceTime.MinMicros.ShouldBeGreaterThan(3000 * (Replies.Ok.Length - 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(20)]
    [InlineData(38)]
    [InlineData(40)]
    public async Task A_reply_that_ends_too_early_is_a_failure_wherever_it_ends(int bytes)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.ReadRequest();
            await connection.Send(Replies.Ok[..bytes]);
        });
        await Fails(server, "connection closed before the reply was complete");
    }

    [Fact]
    public async Task A_chunked_reply_without_its_last_chunk_is_a_failure()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.ReadRequest();
            await connection.Send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
        });
        await Fails(server, "connection closed before the reply was complete");
    }

    [Fact]
    public async Task A_reset_in_the_middle_of_a_reply_is_a_failure()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.ReadRequest();
            await connection.Send(Replies.Ok[..40]);
            await Task.Delay(20);
            connection.Reset();
        });
        await Fails(server, "connection reset");
    }

    [Fact]
    public async Task Head_has_no_body_and_keeps_the_connection()
    {
        await using var server = ScriptedServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"u8.ToArray());
        var result = await Run(server, async user =>
        {
            for (var i = 0; i < 3; i++)
            {
                using var reply = await user.Http.Send(Endpoint.Of(HttpMethod.Head, "/"));
                (reply.Status, reply.Body.Length).ShouldBe((200, 0));
            }
        });
        server.Accepted.ShouldBe(1);
        result.Failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_connection_that_the_system_closed_between_two_requests_is_replaced_whatever_the_method()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.ReadRequest();
            await connection.Send(Replies.Ok);
        });
        var result = await Run(server, async user =>
        {
            for (var i = 0; i < 3; i++)
            {
                (await user.Http.Send(Form, r => r.Json(1))).Dispose();
                await Task.Delay(50);
            }
        });
        result.Failures.ShouldBeEmpty();
        server.Accepted.ShouldBe(3);
    }

    [Fact]
    public async Task A_get_is_sent_again_when_a_used_connection_closes_without_a_byte()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.ReadRequest();
            await connection.Send(Replies.Ok);
            await connection.ReadRequest();
        });
        var result = await Run(server, async user =>
        {
            for (var i = 0; i < 3; i++) (await user.Http.Send(Page)).Dispose();
        });
        result.Failures.ShouldBeEmpty();
        server.Accepted.ShouldBe(3);
    }

    [Fact]
    public async Task A_get_is_not_sent_again_when_a_used_connection_is_reset()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.ReadRequest();
            await connection.Send(Replies.Ok);
            await connection.ReadRequest();
            connection.Reset();
        });
        var result = await Run(server, async user =>
        {
            for (var i = 0; i < 2; i++) (await user.Http.Send(Page)).Dispose();
        });
        result.Failures.ShouldHaveSingleItem().Reason.ShouldBe("connection reset");
    }

    [Fact]
    public async Task A_post_that_may_have_arrived_is_not_sent_again()
    {
        var posts = 0;
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.ReadRequest();
            await connection.Send(Replies.Ok);
            if (await connection.ReadRequest() is not null) Interlocked.Increment(ref posts);
        });
        var result = await Run(server, async user =>
        {
            (await user.Http.Send(Page)).Dispose();
            (await user.Http.Send(Form, r => r.Json(1))).Dispose();
        });
        posts.ShouldBe(1);
        result.Failures.ShouldHaveSingleItem().Reason.ShouldBe("connection closed before the reply was complete");
    }

    [Fact]
    public async Task A_request_that_times_out_leaves_no_connection_and_the_next_one_gets_its_own_reply()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.ReadRequest();
            if (connection.Number > 1) await connection.Send(Replies.Ok);
            await connection.WaitForClose();
        });
        var result = await Run(server, async user =>
        {
            (await user.Http.Send(Page, r => r.Timeout(150.Milliseconds()))).Failure.ShouldBe("timed out after 0.15 s");
            (await user.Http.Send(Page)).Text.ShouldBe("hello");
            for (var i = 0; i < 100 && server.Open > 1; i++) await Task.Delay(10);
            (server.Accepted, server.Open).ShouldBe((2, 1));
        });
        (await server.OpenInTheEnd()).ShouldBe(0);
        result.Failures.ShouldHaveSingleItem().Count.ShouldBe(1);
        result.Stages.Single().Endpoints.Single().ResponseTime.MaxMicros.ShouldBeInRange(149_000, 5_000_000);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n", "more and more")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "4\r\nmore\r\n")]
    [InlineData("", "HTTP/1.1 100 Continue\r\n\r\n")]
    public async Task A_reply_that_never_ends_times_out(string head, string more)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.ReadRequest();
            await connection.Send(head);
            while (true)
            {
                await connection.Send(more);
                await Task.Delay(2, connection.Cancellation);
            }
        });
        var result = await Run(server, async user => (await user.Http.Send(Page, r => r.Timeout(200.Milliseconds()))).Dispose());
        result.Failures.ShouldHaveSingleItem().Reason.ShouldBe("timed out after 0.2 s");
        (await server.OpenInTheEnd()).ShouldBe(0);
    }

    [Fact]
    public async Task Requests_side_by_side_have_a_connection_each_and_later_ones_use_them_again()
    {
        await using var server = new ScriptedServer(async connection =>
        {
            while (await connection.ReadRequest() is not null)
            {
                await Task.Delay(100);
                await connection.Send(Replies.Ok);
            }
        });
        var result = await Run(server, async user =>
        {
            for (var round = 0; round < 3; round++)
                await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
                {
                    using var reply = await user.Http.Send(Page);
                    reply.Text.ShouldBe("hello");
                }));
        });
        server.Accepted.ShouldBe(4);
        result.Stages.Single().Endpoints.Single().Requests.ShouldBe(12);
        (await server.OpenInTheEnd()).ShouldBe(0);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(16_384)]
    [InlineData(16_385)]
    [InlineData(3_000_000)]
    public async Task A_body_arrives_whole_whatever_its_size(int size)
    {
        var seen = new List<string>();
        await using var server = Recording(seen);
        var body = Enumerable.Range(0, size).Select(i => (byte)('a' + i % 26)).ToArray();
        await Run(server, async user => (await user.Http.Send(Form, r => r.Body(body, "text/plain"))).Text.ShouldBe("hello"));
        (seen.Single().Split("\r\n\r\n", 2)[1] == Encoding.ASCII.GetString(body)).ShouldBeTrue();
    }

    [Fact]
    public async Task Tls_is_spoken_with_a_system_whose_root_is_trusted_over_one_kept_connection()
    {
        using var certificate = TestCertificate.Make();
        await using var server = ScriptedServer.Answering(Encoding.ASCII.GetBytes(Replies.Ok), certificate);
        var result = await Script.Run(server.Address, async user =>
        {
            for (var i = 0; i < 3; i++)
            {
                using var reply = await user.Http.Send(Page);
                reply.Failure.ShouldBeNull();
                reply.Text.ShouldBe("hello");
            }
        }, plan => plan with { Transport = transport, TrustedRoots = [certificate] });
        server.Accepted.ShouldBe(1);
        result.Stages.Single().Endpoints.Single().ConnectTime.ShouldNotBeNull().Count.ShouldBe(1);
        (await server.OpenInTheEnd()).ShouldBe(0);
    }

    [Fact]
    public async Task Tls_is_refused_with_a_system_whose_root_is_not_trusted()
    {
        using var certificate = TestCertificate.Make();
        await using var server = ScriptedServer.Answering(Encoding.ASCII.GetBytes(Replies.Ok), certificate);
        await Fails(server, "TLS handshake failed");
    }

    [Fact]
    public async Task A_tls_handshake_that_never_ends_times_out_and_leaves_no_connection()
    {
        await using var server = new ScriptedServer(connection => connection.WaitForClose());
        var secure = new UriBuilder(server.Address) { Scheme = "https" }.Uri;
        var result = await Script.Run(
            secure, async user => (await user.Http.Send(Page)).Dispose(),
            plan => plan with { Transport = transport, RequestTimeout = 200.Milliseconds() });
        result.Failures.ShouldHaveSingleItem().Reason.ShouldBe("timed out after 0.2 s");
        (await server.OpenInTheEnd()).ShouldBe(0);
    }

    [Fact]
    public async Task A_request_cut_off_by_force_leaves_no_connection_and_is_no_failure()
    {
        await using var server = new ScriptedServer(connection => connection.WaitForClose());
        using var stop = new CancellationTokenSource(300.Milliseconds());
        await using var load = new Load();
        var plan = load.Plan(p => p.Hold(at: 3, 30.Seconds()), UserClass.Of<Worker>());
        plan = plan with { Target = server.Address, Transport = transport, StopWithin = 100.Milliseconds() };
        var result = await Load.Run(plan, ct: stop.Token);
        server.Accepted.ShouldBe(3);
        (await server.OpenInTheEnd()).ShouldBe(0);
        result.Failures.ShouldBeEmpty();
        result.Exceptions.ShouldBeEmpty();
        result.Warnings.ShouldContain(w => w.StartsWith("3 requests were cut off"));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_body_that_is_not_compressed_as_it_says_is_a_failure(string coding)
    {
        await using var server = ScriptedServer.Answering(
            Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\nContent-Length: 12\r\n\r\nnot at all!!"));
        await Fails(server, "the body cannot be decompressed");
    }

    [Fact]
    public async Task A_reply_that_was_disposed_never_shows_the_next_one()
    {
        await using var server = ScriptedServer.Answering(Encoding.ASCII.GetBytes(Replies.Ok));
        await Run(server, async user =>
        {
            var first = await user.Http.Send(Page);
            first.Dispose();
            using var second = await user.Http.Send(Page);
            Should.Throw<ObjectDisposedException>(() => first.Status);
            Should.Throw<ObjectDisposedException>(() => first.Body);
            Should.Throw<ObjectDisposedException>(() => first.Header("Content-Length"));
            Should.Throw<ObjectDisposedException>(() => first.Fail("late"));
            first.Dispose();
            second.Text.ShouldBe("hello");
            second.Failure.ShouldBeNull();
        });
    }

    sealed class Worker : HttpUser
    {
        [UserTask]
        public async ValueTask Work(UserContext user) => (await user.Http.Send(Page)).Dispose();
    }

    static ScriptedServer Recording(List<string> seen) => new(async connection =>
    {
        while (await connection.ReadRequest() is { } request)
        {
            seen.Add(request);
            await connection.Send(Replies.Ok);
        }
    });

    static ScriptedServer Answering(ReplyCase reply, Func<ServerConnection, byte[], Task> send) => new(async connection =>
    {
        while (await connection.ReadRequest() is not null)
        {
            await send(connection, reply.Bytes);
            if (reply.Closes) return;
        }
    });

    static async Task Expect(UserContext user, ReplyCase expected, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var reply = await user.Http.Send(Page);
            if (reply.Status != expected.Status) reply.Failure.ShouldBeNull();
            reply.Text.ShouldBe(expected.Body);
            reply.Accept();
        }
    }

    Task<LoadResult> Run(ScriptedServer server, Func<UserContext, Task> action) =>
        Script.Run(server.Address, transport, action);

    async Task Fails(ScriptedServer server, string reason)
    {
        var result = await Run(server, async user => (await user.Http.Send(Page)).Status.ShouldBe(0));
        result.Exceptions.ShouldBeEmpty();
        result.Failures.ShouldHaveSingleItem().Reason.ShouldBe(reason);
    }
}
