using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PerfGate.Load.Tests.Http;

public abstract class SettlingReplies(TransportKind transport)
{
    public sealed class OverHttpClient() : SettlingReplies(TransportKind.HttpClient);

    public sealed class Lean() : SettlingReplies(TransportKind.Lean);

    static readonly Endpoint Page = Endpoint.Get("/page");

    [Theory]
    [InlineData(200, null)]
    [InlineData(204, null)]
    [InlineData(304, null)]
    [InlineData(399, null)]
    [InlineData(400, "status 400")]
    [InlineData(503, "status 503")]
    public Task Unless_told_otherwise_a_status_below_400_is_a_success(int status, string? reason) => Settled(status, _ => { }, reason);

    [Fact]
    public Task A_status_that_is_expected_is_a_success() => Settled(402, reply => reply.ExpectStatus(200, 402).ShouldBeTrue(), reason: null);

    [Fact]
    public Task Any_other_status_is_a_failure_that_says_so() =>
        Settled(503, reply => reply.ExpectStatus(200).ShouldBeFalse(), "expected 200, got 503");

    [Fact]
    public Task A_success_can_be_unexpected() => Settled(201, reply => reply.ExpectStatus(200, 409), "expected 200 or 409, got 201");

    [Fact]
    public Task A_reply_can_be_accepted_whatever_its_status() => Settled(500, reply => reply.Accept(), reason: null);

    [Fact]
    public Task A_good_status_with_a_wrong_body_can_be_failed() => Settled(200, reply => reply.Fail("no token"), "no token");

    [Fact]
    public Task The_last_word_counts() => Settled(200, reply =>
    {
        reply.Fail("hasty");
        reply.ExpectStatus(200);
    }, reason: null);

    [Fact]
    public async Task An_outcome_is_recorded_once_however_often_the_reply_is_disposed()
    {
        await using var system = await TestSystem.Answering(200);
        var endpoint = await Script.RunOne(system.Address, transport, async user =>
        {
            var reply = await user.Http.Send(Page);
            reply.Dispose();
            reply.Dispose();
        });
        endpoint.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Replies_that_are_never_disposed_are_recorded_when_the_task_ends()
    {
        await using var system = await TestSystem.Answering(500);
        var endpoint = await Script.RunOne(system.Address, transport, async user =>
        {
            for (var i = 0; i < 3; i++) await user.Http.Send(Page);
            await Task.WhenAll(user.Http.Send(Page).AsTask(), user.Http.Send(Page).AsTask());
        });
        (endpoint.Requests, endpoint.Failures).ShouldBe((5, 5));
    }

    [Fact]
    public async Task The_time_is_taken_when_the_last_byte_arrived_not_when_the_reply_is_disposed()
    {
        await using var system = await TestSystem.Answering(200);
        var shown = TimeSpan.Zero;
        var endpoint = await Script.RunOne(system.Address, transport, async user =>
        {
            using var reply = await user.Http.Send(Page);
            shown = reply.ResponseTime;
            await Task.Delay(200, user.Cancellation);
        });
        endpoint.ResponseTime.MaxMicros.ShouldBe((long)shown.TotalMicroseconds);
        endpoint.ServiceTime.MaxMicros.ShouldBeLessThanOrEqualTo(endpoint.ResponseTime.MaxMicros);
    }

    [Fact]
    public async Task The_time_covers_the_download_of_the_body()
    {
        await using var system = await TestSystem.Start(app => app.Run(async context =>
        {
            await context.Response.WriteAsync("first");
            await context.Response.Body.FlushAsync();
            await Task.Delay(300);
            await context.Response.WriteAsync("last");
        }));
        var endpoint = await Script.RunOne(system.Address, transport, async user => (await user.Http.Send(Page)).Text.ShouldBe("firstlast"));
        endpoint.ResponseTime.MinMicros.ShouldBeGreaterThan(290_000);
        endpoint.BytesReceived.ShouldBe(9);
    }

    [Fact]
    public async Task Bodies_are_decompressed_and_read_whole_whatever_their_size()
    {
        var text = string.Concat(Enumerable.Repeat("0123456789", 300_000));
        await using var system = await TestSystem.Start(app =>
        {
            app.UseResponseCompression();
            app.Run(context =>
            {
                context.Response.ContentType = "text/plain";
                return context.Response.WriteAsync(text);
            });
        }, compress: true);
        var encoding = "";
        var endpoint = await Script.RunOne(system.Address, transport, async user =>
        {
            using var reply = await user.Http.Send(Page);
            encoding = reply.Header("Vary");
            (reply.Text == text).ShouldBeTrue();
        });
        encoding.ShouldBe("Accept-Encoding");
        endpoint.BytesReceived.ShouldBe(3_000_000);
    }

    [Fact]
    public async Task Json_is_read_as_a_type_or_as_elements()
    {
        await using var system = await TestSystem.Answering(200, """{"access_token":"t1","Count":3}""");
        var result = await Script.Run(system.Address, transport, async user =>
        {
            JsonElement kept;
            using (var reply = await user.Http.Send(Page))
            {
                reply.Json<Answer>().Count.ShouldBe(3);
                kept = reply.Json();
            }

            kept.GetProperty("access_token").GetString().ShouldBe("t1");
        });
        result.Exceptions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("")]
    [InlineData("null")]
    public async Task A_body_that_is_not_the_json_expected_fails_the_request_and_is_not_counted_twice(string body)
    {
        await using var system = await TestSystem.Answering(200, body);
        var reached = false;
        var result = await Script.Run(system.Address, transport, async user =>
        {
            using var reply = await user.Http.Send(Page);
            reply.Json<Answer>();
            reached = true;
        });
        reached.ShouldBeFalse();
        result.Failures.ShouldHaveSingleItem().Reason.ShouldBe("the body is not the JSON of Answer");
        result.Exceptions.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_status_that_was_not_expected_stays_the_reason_when_the_body_cannot_be_read_either()
    {
        await using var system = await TestSystem.Answering(503, "<html>");
        var result = await Script.Run(system.Address, transport, async user =>
        {
            using var reply = await user.Http.Send(Page);
            reply.ExpectStatus(200);
            reply.Json<Answer>();
        });
        result.Failures.ShouldHaveSingleItem().Reason.ShouldBe("expected 200, got 503");
    }

    [Fact]
    public async Task A_body_is_gone_after_its_reply_was_disposed()
    {
        await using var system = await TestSystem.Answering(200, "text");
        var result = await Script.Run(system.Address, transport, async user =>
        {
            var reply = await user.Http.Send(Page);
            reply.Dispose();
            _ = reply.Text;
        });
        result.Exceptions.ShouldHaveSingleItem().Type.ShouldBe(typeof(ObjectDisposedException).FullName);
    }

    async Task Settled(int status, Action<Reply> settle, string? reason)
    {
        await using var system = await TestSystem.Answering(status);
        string? shown = null;
        var result = await Script.Run(system.Address, transport, async user =>
        {
            using var reply = await user.Http.Send(Page);
            reply.Status.ShouldBe(status);
            settle(reply);
            shown = reply.Failure;
        });
        result.Exceptions.ShouldBeEmpty();
        shown.ShouldBe(reason);
        result.Stages.Single().Endpoints.Single().Failures.ShouldBe(reason is null ? 0 : 1);
        result.Failures.Select(f => f.Reason).ShouldBe(reason is null ? [] : [reason]);
    }

    sealed record Answer(int Count);
}
