using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests;

public sealed class MoneyOnPostgres(PostgresCluster cluster) : MoneyUnderConcurrency(cluster)
{
    readonly PostgresCluster cluster = cluster;

    [Fact]
    public async Task Every_endpoint_answers_as_on_SQLite()
    {
        await using var server = await ZenzefiServer.StartAsync(cluster);
        var user = await server.UserAsync(deposit: 400);
        var token = await user.PurchaseAsync(720);

        token["cost_znc"].ShouldBe("300.00");
        (await user.GetAsync("/api/v1/tokens/my-tokens")).Json[0].GetProperty("token").GetString().ShouldBe(token["token"]);
        var purchase = (await user.GetAsync("/api/v1/currency/transactions?transaction_type=purchase")).Json.GetProperty("items")[0];
        purchase.GetProperty("amount").GetString().ShouldBe("-300.00");
        purchase.GetProperty("transaction_type").GetString().ShouldBe("purchase");
        (await server.Stranger().GetAsync("/api/v1/proxy/status", ("X-Access-Token", token["token"])))["status"].ShouldBe("ready");
        (await server.Stranger().GetAsync("/health"))["status"].ShouldBe("healthy");
        (await server.ScrapeAsync())["active_tokens"].ShouldBe(1);
        (await server.Stranger().RegisterAsync(user.Email!.Split('@')[0])).Status.ShouldBe(400);
    }

    [Fact]
    public async Task No_text_gets_as_far_as_to_be_refused_by_the_database()
    {
        await using var server = await ZenzefiServer.StartAsync(cluster);
        var user = await server.UserAsync(deposit: 10);

        (await user.PostAsync("/api/v1/auth/register", new { email = "a@b.local", username = "ab\0c", password = Caller.Password }))
            .Status.ShouldBe(422);
        (await user.PostAsync("/api/v1/auth/login", new { email = "a@b.local", password = "\0" })).Status.ShouldBe(422);
        (await user.RegisterAsync("somebody", "?ref=%00")).Status.ShouldBe(400);
        (await user.PostAsync("/api/v1/tokens/purchase", new { duration_hours = "\0", scope = "\0" })).Status.ShouldBe(422);
        (await user.GetAsync("/api/v1/currency/transactions?transaction_type=%00&limit=%00")).Status.ShouldBe(422);
    }
}
