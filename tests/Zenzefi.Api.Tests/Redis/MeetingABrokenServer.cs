using Zenzefi.Api.Redis;
using Zenzefi.Api.Settings;
using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests.Redis;

public sealed class MeetingABrokenServer
{
    const string Welcome = "+OK\r\n";

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\n", "This is not the Redis protocol: a reply starts with the byte 0x48.")]
    [InlineData("$3\r\nabcdef\r\n", "This is not the Redis protocol: a text is not as long as it says.")]
    public async Task Gives_up_the_connection_and_takes_a_new_one(string garbage, string problem)
    {
        await using var server = new ScriptedServer(Welcome, garbage, "");
        await using var redis = server.Settings.Client();

        for (var connection = 1; connection <= 2; connection++)
        {
            (await Should.ThrowAsync<RedisException>(() => redis.SendAsync("GET", "key"))).Message.ShouldBe(problem);
            server.Connections.ShouldBe(connection);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("$10\r\nhalf")]
    public async Task Tells_everybody_who_waits_when_it_hangs_up(string last)
    {
        await using var server = new ScriptedServer(Welcome, last);
        await using var redis = server.Settings.Client();

        var waiting = Enumerable.Range(0, 3).Select(_ => redis.SendAsync("PING")).ToArray();

        foreach (var one in waiting)
        {
            await Should.ThrowAsync<RedisException>(() => one);
        }
    }

    [Fact]
    public async Task Waits_only_so_long_for_a_reply()
    {
        await using var server = new ScriptedServer(Welcome, "", "");
        await using var redis = (server.Settings with { Timeout = TimeSpan.FromMilliseconds(200) }).Client();

        (await Should.ThrowAsync<RedisException>(() => redis.SendAsync("PING"))).Message
            .ShouldBe($"{server.Settings.Shown}: no answer within 0.2 s.");
    }

    [Fact]
    public async Task Waits_only_so_long_to_be_let_in()
    {
        await using var server = new ScriptedServer("", "");
        await using var redis = (server.Settings with { Timeout = TimeSpan.FromMilliseconds(200) }).Client();

        (await Should.ThrowAsync<RedisException>(() => redis.SendAsync("PING"))).Message.ShouldContain("no answer within 0.2 s");
    }

    [Fact]
    public async Task Takes_no_reply_that_nobody_asked_for()
    {
        await using var server = new ScriptedServer(Welcome, "+PONG\r\n+PONG\r\n", "+late\r\n");
        await using var redis = server.Settings.Client();
        await redis.SendAsync("PING");

        // Either the surplus was seen by now and a new connection answers, or it is seen now.
        var reply = await Record.ExceptionAsync(() => redis.SendAsync("PING"));

        reply?.Message.ShouldBe($"{server.Settings.Shown} replied to nothing that it was asked.");
        (await redis.SendAsync("PING")).Text.ShouldBe("PONG");
        server.Connections.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Tries_to_connect_once_in_a_while_only()
    {
        // Lets nobody in.
        await using var server = new ScriptedServer("-ERR no\r\n", "");
        var clock = new ShiftedClock();
        await using var redis = server.Settings.Client(clock);

        for (var i = 0; i < 5; i++)
        {
            (await Should.ThrowAsync<RedisException>(() => redis.SendAsync("PING"))).Message
                .ShouldBe($"{server.Settings.Shown} answered CLIENT with: ERR no");
        }

        server.Connections.ShouldBe(1);
        clock.Ahead = TimeSpan.FromSeconds(1.1);
        await Should.ThrowAsync<RedisException>(() => redis.SendAsync("PING"));
        server.Connections.ShouldBe(2);
    }

    [Fact]
    public async Task Says_so_when_nobody_is_there()
    {
        var settings = new RedisSettings("127.0.0.1", 1, Database: 0, User: null, Password: "secret");
        await using var redis = settings.Client();

        var message = (await Should.ThrowAsync<RedisException>(() => redis.SendAsync("PING"))).Message;

        message.ShouldStartWith("Cannot connect to redis://127.0.0.1:1/0: ");
        message.ShouldNotContain("secret");
    }
}
