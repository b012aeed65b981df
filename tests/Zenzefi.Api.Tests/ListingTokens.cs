using Microsoft.EntityFrameworkCore;
using Zenzefi.Api.Data;
using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests;

public sealed class ListingTokens(SharedServer shared)
{
    [Fact]
    public async Task Is_an_array_with_the_newest_first()
    {
        var user = await shared.Server.UserAsync(deposit: 500);
        foreach (var hours in (int[])[1, 12, 24])
        {
            await user.PurchaseAsync(hours);
        }

        (await DurationsAsync(user)).ShouldBe([24, 12, 1]);
    }

    [Fact]
    public async Task Shows_the_tokens_of_nobody_else()
    {
        var rich = await shared.Server.UserAsync(deposit: 500);
        await rich.PurchaseAsync(1);

        (await (await shared.Server.UserAsync()).GetAsync("/api/v1/tokens/my-tokens")).Text.ShouldBe("[]");
    }

    [Fact]
    public async Task Leaves_out_the_revoked_the_switched_off_and_the_expired_unless_asked()
    {
        var user = await shared.Server.UserAsync(deposit: 500);
        await BuyAndChangeAsync(user, 1, db => db.ExecuteUpdateAsync(set => set.SetProperty(t => t.RevokedAt, DateTime.Now)));
        await BuyAndChangeAsync(user, 12, db => db.ExecuteUpdateAsync(set => set.SetProperty(t => t.IsActive, false)));
        await BuyAndChangeAsync(user, 24, db => db.ExecuteUpdateAsync(set => set.SetProperty(t => t.ActivatedAt, DateTime.Now.AddDays(-3))));
        await BuyAndChangeAsync(user, 168, db => db.ExecuteUpdateAsync(set => set.SetProperty(t => t.ActivatedAt, DateTime.Now.AddDays(-3))));

        (await DurationsAsync(user)).ShouldBe([168]);
        (await DurationsAsync(user, "?active_only=true")).ShouldBe([168]);
        (await DurationsAsync(user, "?active_only=no")).ShouldBe([168, 24, 12, 1]);
    }

    [Fact]
    public async Task Tells_when_a_started_token_ends_with_its_zone()
    {
        var user = await shared.Server.UserAsync(deposit: 500);
        var activated = new DateTime(2025, 11, 20, 10, 30, 0).AddMicroseconds(123456);
        await BuyAndChangeAsync(user, 12, db => db.ExecuteUpdateAsync(set => set.SetProperty(t => t.ActivatedAt, activated)));

        var token = (await user.GetAsync("/api/v1/tokens/my-tokens?active_only=false")).Json[0];

        token.GetProperty("activated_at").GetString().ShouldBe("2025-11-20T10:30:00.123456");
        token.GetProperty("expires_at").GetString().ShouldBe("2025-11-20T22:30:00.123456+00:00");
    }

    [Fact]
    public async Task Refuses_a_switch_that_is_neither_on_nor_off() =>
        (await (await shared.Server.UserAsync()).GetAsync("/api/v1/tokens/my-tokens?active_only=perhaps"))
            .Problems.ShouldBe(["bool_parsing at query.active_only"]);

    async Task BuyAndChangeAsync(Caller user, int hours, Func<IQueryable<AccessToken>, Task<int>> change)
    {
        var id = Guid.Parse((await user.PurchaseAsync(hours))["id"]);
        (await shared.Server.InDatabaseAsync(db => change(db.AccessTokens.Where(t => t.Id == id)))).ShouldBe(1);
    }

    static async Task<IEnumerable<int>> DurationsAsync(Caller user, string query = "") =>
        (await user.GetAsync($"/api/v1/tokens/my-tokens{query}"))
            .Json.EnumerateArray().Select(token => token.GetProperty("duration_hours").GetInt32());
}
