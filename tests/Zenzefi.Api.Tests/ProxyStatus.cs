using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zenzefi.Api.Proxy;
using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests;

public sealed class ProxyStatus(SharedServer shared)
{
    readonly ZenzefiServer server = shared.Server;

    [Fact]
    public async Task Of_a_token_never_used_is_ready_and_stays_so()
    {
        var token = await BuyAsync(12);

        for (var i = 0; i < 2; i++)
        {
            var reply = await StatusAsync(token["token"]);

            reply.Status.ShouldBe(200);
            reply.Names.ShouldBe(
            [
                "connected", "user_id", "token_id", "is_activated", "expires_at", "duration_hours", "time_remaining_seconds", "status",
            ]);
            (reply["connected"], reply["is_activated"], reply["status"]).ShouldBe(("True", "False", "ready"));
            (reply["token_id"], reply["duration_hours"]).ShouldBe((token["id"], "12"));
            reply.Json.GetProperty("expires_at").ValueKind.ShouldBe(JsonValueKind.Null);
            reply.Json.GetProperty("time_remaining_seconds").ValueKind.ShouldBe(JsonValueKind.Null);
        }
    }

    [Fact]
    public async Task Of_a_started_token_says_how_long_it_still_works()
    {
        var token = await BuyAsync(12);
        await ActivateAsync(token, TimeSpan.FromHours(-2));

        var reply = await StatusAsync(token["token"]);

        (reply["is_activated"], reply["status"]).ShouldBe(("True", "active"));
        reply["expires_at"].ShouldEndWith("+00:00");
        int.Parse(reply["time_remaining_seconds"]).ShouldBeInRange(35_900, 36_000);
    }

    [Fact]
    public async Task Ignores_which_device_asks()
    {
        var token = await BuyAsync(1);

        (await StatusAsync(token["token"], "device_a")).Status.ShouldBe(200);
        (await StatusAsync(token["token"], "device_b")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Without_a_token_is_401() =>
        (await server.Stranger().GetAsync("/api/v1/proxy/status")).Status.ShouldBe(401);

    [Fact]
    public async Task Of_an_unknown_token_is_401() => (await StatusAsync("unknown")).Status.ShouldBe(401);

    [Fact]
    public async Task Of_a_revoked_token_is_401()
    {
        var token = await BuyAsync(1);
        var id = Guid.Parse(token["id"]);
        await server.InDatabaseAsync(db => db.AccessTokens
            .Where(t => t.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.RevokedAt, DateTime.Now)));

        (await StatusAsync(token["token"])).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Of_an_expired_token_is_401()
    {
        var token = await BuyAsync(1);
        await ActivateAsync(token, TimeSpan.FromHours(-1.1));

        (await StatusAsync(token["token"])).Status.ShouldBe(401);
    }

    [Theory]
    [InlineData(1, 200)]
    [InlineData(-1, 401)]
    public async Task Of_a_cached_token_needs_no_row(int hoursLeft, int status)
    {
        var secret = Guid.NewGuid().ToString();
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret))).ToLowerInvariant();
        await server.Services.GetRequiredService<ITokenCache>().StoreAsync(
            hash,
            new ActiveToken(Guid.NewGuid(), Guid.NewGuid(), DateTimeOffset.UtcNow.AddHours(hoursLeft), 12, "full"),
            TestContext.Current.CancellationToken);

        (await StatusAsync(secret)).Status.ShouldBe(status);
    }

    async Task<Reply> BuyAsync(int hours) => await (await server.UserAsync(deposit: 500)).PurchaseAsync(hours);

    Task<int> ActivateAsync(Reply token, TimeSpan ago)
    {
        var (id, activated) = (Guid.Parse(token["id"]), DateTime.UtcNow + ago);
        return server.InDatabaseAsync(db => db.AccessTokens
            .Where(t => t.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.ActivatedAt, activated)));
    }

    Task<Reply> StatusAsync(string token, string device = "loadtest_device_1") =>
        server.Stranger().GetAsync("/api/v1/proxy/status", ("X-Access-Token", token), ("X-Device-ID", device));
}
