using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Zenzefi.Api.Proxy;
using Zenzefi.Api.Redis;
using Zenzefi.Api.Settings;
using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests.Redis;

public sealed class CachesInRedis(SharedServer shared, SharedRedis redis) : IAsyncLifetime
{
    const string Secret = "a secret that no row has";

    static readonly string Key = $"active_token:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Secret)))}";

    RedisSettings settings = null!;
    RedisClient client = null!;
    ZenzefiServer server = null!;

    public async ValueTask InitializeAsync()
    {
        settings = await redis.DatabaseAsync();
        client = settings.Client();
        server = await ZenzefiServer.StartAsync(shared.Store, ("REDIS_URL", settings.Shown));
    }

    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Hold_the_state_of_the_system_for_two_minutes()
    {
        var reply = await server.Stranger().GetAsync("/health");

        reply["status"].ShouldBe("healthy");
        JsonSerializer.Deserialize<JsonElement>((await client.SendAsync("GET", "health:status")).Text!)
            .GetProperty("status").GetString().ShouldBe("healthy");
        (await client.SendAsync("TTL", "health:status")).Number.ShouldBeInRange(100, 120);
    }

    [Fact]
    public async Task Are_believed_about_the_state_of_the_system()
    {
        // The check at start is over when its result is there.
        await server.Stranger().GetAsync("/health");
        while ((await client.SendAsync("EXISTS", "health:status")).Number == 0)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await client.SendAsync("SET", "health:status", """{"status":"degraded","timestamp":"2025-11-20T10:30:00.123456Z"}""");

        (await server.Stranger().GetAsync("/health")).Text.ShouldBe("""{"status":"degraded","timestamp":"2025-11-20T10:30:00.123456Z"}""");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"status":"splendid","timestamp":"2025-11-20T10:30:00.123456Z"}""")]
    [InlineData("""{"status":"healthy","timestamp":"yesterday"}""")]
    public async Task Are_not_believed_when_they_talk_nonsense(string nonsense)
    {
        await client.SendAsync("SET", "health:status", nonsense);
        await client.SendAsync("SET", Key, nonsense);

        (await server.Stranger().GetAsync("/health"))["status"].ShouldBe("healthy");
        (await StatusAsync()).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Hold_started_tokens_for_the_rest_of_their_lives()
    {
        var token = new ActiveToken(Guid.NewGuid(), Guid.NewGuid(), DateTimeOffset.UtcNow.AddHours(2), 12, "full");

        await Cache().StoreAsync(Key.Split(':')[1], token, TestContext.Current.CancellationToken);

        (await client.SendAsync("TTL", Key)).Number.ShouldBeInRange(7_100, 7_200);
        JsonSerializer.Deserialize<JsonElement>((await client.SendAsync("GET", Key)).Text!).EnumerateObject().Select(field => field.Name)
            .ShouldBe(["user_id", "token_id", "expires_at", "duration_hours", "scope"], ignoreOrder: true);
        var reply = await StatusAsync();
        (reply["status"], reply["token_id"], reply["user_id"]).ShouldBe(("active", token.TokenId.ToString(), token.UserId.ToString()));
    }

    [Fact]
    public async Task Hold_no_tokens_that_were_never_used_or_are_over()
    {
        var token = new ActiveToken(Guid.NewGuid(), Guid.NewGuid(), ExpiresAt: null, 12, "full");

        await Cache().StoreAsync("unused", token, TestContext.Current.CancellationToken);
        await Cache().StoreAsync("over", token with { ExpiresAt = DateTimeOffset.UtcNow }, TestContext.Current.CancellationToken);

        (await client.SendAsync("EXISTS", "active_token:unused", "active_token:over")).Number.ShouldBe(0);
    }

    [Fact]
    public async Task Refuse_a_token_that_is_over_whatever_they_say()
    {
        var over = new ActiveToken(Guid.NewGuid(), Guid.NewGuid(), DateTimeOffset.UtcNow.AddSeconds(60), 12, "full");
        await Cache().StoreAsync(Key.Split(':')[1], over, TestContext.Current.CancellationToken);
        server.Clock.Ahead = TimeSpan.FromSeconds(61);

        (await StatusAsync()).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Are_asked_before_the_database_and_timed()
    {
        var token = await (await server.UserAsync(deposit: 10)).PurchaseAsync(1);
        (await server.Stranger().GetAsync("/api/v1/proxy/status", ("X-Access-Token", token["token"])))["status"].ShouldBe("ready");

        await server.ScrapeAsync();
        var samples = await server.ScrapeAsync();

        samples["redis_connected"].ShouldBe(1);
        samples["""redis_operation_duration_seconds_count{operation="get"}"""].ShouldBeGreaterThanOrEqualTo(1);
        samples["""redis_operation_duration_seconds_count{operation="ping"}"""].ShouldBeGreaterThanOrEqualTo(1);
        (await client.SendAsync("KEYS", "active_token:*")).Items.ShouldNotBeNull().ShouldBeEmpty();
    }

    RedisTokenCache Cache() => new(client, TimeProvider.System);

    Task<Reply> StatusAsync() => server.Stranger().GetAsync("/api/v1/proxy/status", ("X-Access-Token", Secret));
}
