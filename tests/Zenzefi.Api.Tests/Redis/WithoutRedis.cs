using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests.Redis;

public sealed class WithoutRedis(SharedServer shared)
{
    [Fact]
    public async Task Where_one_is_expected_the_system_works_on_and_says_that_it_is_unhealthy()
    {
        await using var server = await ZenzefiServer.StartAsync(shared.Store, ("REDIS_URL", "redis://127.0.0.1:1"), ("RATE_LIMIT", "on"));

        await ShouldWorkAsync(server);
    }

    [Fact]
    public async Task That_went_away_the_system_works_on_and_recovers()
    {
        var port = RedisServer.FreePort();
        var first = await RedisServer.StartAsync(port);
        await using var server = await ZenzefiServer.StartAsync(shared.Store, ("REDIS_URL", $"redis://127.0.0.1:{port}"), ("RATE_LIMIT", "on"));
        (await server.Stranger().GetAsync("/health"))["status"].ShouldBe("healthy");
        await first.DisposeAsync();

        await ShouldWorkAsync(server);

        await using var second = await RedisServer.StartAsync(port);
        server.Clock.Ahead = TimeSpan.FromSeconds(2);
        (await server.Stranger().GetAsync("/health"))["status"].ShouldBe("healthy");
        (await server.ScrapeAsync())["redis_connected"].ShouldBe(1);
    }

    static async Task ShouldWorkAsync(ZenzefiServer server)
    {
        for (var i = 0; i < 6; i++)
        {
            var token = await (await server.UserAsync(deposit: 10)).PurchaseAsync(1);
            (await server.Stranger().GetAsync("/api/v1/proxy/status", ("X-Access-Token", token["token"])))["status"].ShouldBe("ready");
        }

        var health = await server.Stranger().GetAsync("/health");
        (health.Status, health["status"]).ShouldBe((200, "unhealthy"));
        (await server.ScrapeAsync())["redis_connected"].ShouldBe(0);
    }
}
