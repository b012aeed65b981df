using Zenzefi.Api.Redis;
using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests.Redis;

public sealed class TalkingToRedis(SharedRedis shared)
{
    [Theory]
    [InlineData("")]
    [InlineData("two\r\nlines")]
    [InlineData("5 € and \0")]
    public async Task Gives_back_what_was_stored(string text)
    {
        await using var redis = (await shared.DatabaseAsync()).Client();

        (await redis.SendAsync("SET", "key", text)).Text.ShouldBe("OK");

        (await redis.SendAsync("GET", "key")).Text.ShouldBe(text);
        (await redis.SendAsync("GET", "other")).ShouldBe(RespReply.Null);
    }

    [Fact]
    public async Task Carries_texts_larger_than_any_buffer()
    {
        await using var redis = (await shared.DatabaseAsync()).Client();
        var text = new string('x', 3_000_000);

        (await redis.SendAsync("ECHO", text)).Text.ShouldBe(text);
    }

    [Fact]
    public async Task Gives_each_of_many_callers_the_reply_to_their_own_command()
    {
        var settings = await shared.DatabaseAsync();
        await using var redis = settings.Client();

        var replies = await Task.WhenAll(Enumerable.Range(0, 5_000).Select(i => Task.Run(() => redis.SendAsync("ECHO", i.ToString()))));

        replies.Select(reply => reply.Text).ShouldBe(Enumerable.Range(0, 5_000).Select(i => i.ToString()));
        (await redis.SendAsync("CLIENT", "LIST")).Text!.Split('\n').Count(line => line.Contains($" db={settings.Database} ")).ShouldBe(1);
    }

    [Fact]
    public async Task Keeps_to_its_own_database()
    {
        await using var one = (await shared.DatabaseAsync()).Client();
        await using var other = (await shared.DatabaseAsync()).Client();

        await one.SendAsync("SET", "key", "value");

        (await other.SendAsync("GET", "key")).ShouldBe(RespReply.Null);
    }

    [Fact]
    public async Task Throws_a_refusal_with_its_reason_and_goes_on()
    {
        await using var redis = (await shared.DatabaseAsync()).Client();
        await redis.SendAsync("SET", "key", "text");

        (await Should.ThrowAsync<RedisException>(() => redis.SendAsync("INCR", "key"))).Message
            .ShouldEndWith(" refused INCR: ERR value is not an integer or out of range");

        (await redis.SendAsync("GET", "key")).Text.ShouldBe("text");
    }

    [Fact]
    public async Task Lets_a_caller_who_gives_up_disturb_nobody()
    {
        // A server of its own: pausing one pauses all who use it.
        await using var server = await RedisServer.StartAsync();
        await using var redis = (await shared.DatabaseAsync() with { Port = server.Port }).Client();
        await redis.SendAsync("CLIENT", "PAUSE", "300");
        using var impatience = new CancellationTokenSource();
        var given = redis.SendAsync(["ECHO", "given up"], impatience.Token);
        var patient = redis.SendAsync("ECHO", "patient");

        await impatience.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => given);
        (await patient).Text.ShouldBe("patient");
        (await redis.SendAsync("ECHO", "next")).Text.ShouldBe("next");
    }

    [Fact]
    public async Task Logs_in_where_a_password_is_asked_for()
    {
        await using var server = await RedisServer.StartAsync(null, "--requirepass", "open sesame", "--user", "ann", "on", ">secret", "~*", "+@all");
        var settings = await shared.DatabaseAsync() with { Port = server.Port };

        await using var anybody = (settings with { Password = "open sesame" }).Client();
        (await anybody.SendAsync("PING")).Text.ShouldBe("PONG");

        await using var ann = (settings with { User = "ann", Password = "secret" }).Client();
        (await ann.SendAsync("ACL", "WHOAMI")).Text.ShouldBe("ann");

        await using var stranger = (settings with { Password = "wrong password" }).Client();
        (await Should.ThrowAsync<RedisException>(() => stranger.SendAsync("PING"))).Message
            .ShouldBe($"{settings.Shown} answered AUTH with: WRONGPASS invalid username-password pair or user is disabled.");

        await using var nobody = settings.Client();
        (await Should.ThrowAsync<RedisException>(() => nobody.SendAsync("PING"))).Message.ShouldContain("NOAUTH");
    }

    [Fact]
    public async Task Comes_back_when_the_server_does()
    {
        var port = RedisServer.FreePort();
        var (clock, log) = (new ShiftedClock(), new ListLogger<RedisClient>());
        await using var redis = (await shared.DatabaseAsync() with { Port = port }).Client(clock, log);
        await using (await RedisServer.StartAsync(port))
        {
            await redis.SendAsync("PING");
            log.Lines.ShouldBeEmpty();
        }

        await Should.ThrowAsync<RedisException>(() => redis.SendAsync("PING"));
        await Should.ThrowAsync<RedisException>(() => redis.SendAsync("PING"));

        await using var again = await RedisServer.StartAsync(port);
        (await Should.ThrowAsync<RedisException>(() => redis.SendAsync("PING"))).Message.ShouldStartWith($"Cannot connect to redis://127.0.0.1:{port}/");
        clock.Ahead = TimeSpan.FromSeconds(2);
        (await redis.SendAsync("PING")).Text.ShouldBe("PONG");
        await redis.SendAsync("PING");

        // However many commands there were: when trouble began, when it changed, and when it was over.
        log.Lines.Count.ShouldBeInRange(2, 3);
        log.Lines.Last().ShouldEndWith(" answers again");
    }
}
