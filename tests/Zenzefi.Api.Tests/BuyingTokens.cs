using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests;

public sealed class BuyingTokens(SharedServer shared)
{
    [Fact]
    public async Task Answers_with_a_token_that_has_not_started()
    {
        var user = await shared.Server.UserAsync(deposit: 500);

        var reply = await user.PurchaseAsync(24);

        reply.Status.ShouldBe(200);
        reply.Names.ShouldBe(
        [
            "id", "token", "duration_hours", "scope", "cost_znc", "created_at", "expires_at", "activated_at", "is_active",
        ]);
        reply["token"].ShouldMatch("^[A-Za-z0-9_-]{64}$");
        reply["duration_hours"].ShouldBe("24");
        reply["scope"].ShouldBe("full");
        reply["cost_znc"].ShouldBe("18.00");
        reply.Json.GetProperty("expires_at").ValueKind.ShouldBe(JsonValueKind.Null);
        reply.Json.GetProperty("activated_at").ValueKind.ShouldBe(JsonValueKind.Null);
        reply["is_active"].ShouldBe("True");
    }

    [Theory]
    [InlineData(1, "499.00")]
    [InlineData(12, "490.00")]
    [InlineData(24, "482.00")]
    [InlineData(168, "400.00")]
    [InlineData(720, "200.00")]
    public async Task Takes_the_price_of_the_duration(int hours, string left)
    {
        var user = await shared.Server.UserAsync(deposit: 500);

        (await user.PurchaseAsync(hours)).Status.ShouldBe(200);

        (await user.BalanceAsync()).ShouldBe(left);
    }

    [Fact]
    public async Task Takes_prices_from_the_environment()
    {
        await using var server = await ZenzefiServer.StartAsync(shared.Store, ("TOKEN_PRICE_7D", "33.33"));
        var user = await server.UserAsync(deposit: 100);

        (await user.PurchaseAsync(168))["cost_znc"].ShouldBe("33.33");
        (await user.BalanceAsync()).ShouldBe("66.67");
    }

    [Fact]
    public async Task Says_the_price_and_the_balance_when_there_is_too_little()
    {
        var user = await shared.Server.UserAsync(deposit: 9.99m);

        var reply = await user.PurchaseAsync(12);

        reply.Status.ShouldBe(402);
        reply.Detail.ShouldContain("10.00");
        reply.Detail.ShouldContain("9.99");
        (await user.BalanceAsync()).ShouldBe("9.99");
        (await user.GetAsync("/api/v1/tokens/my-tokens")).Text.ShouldBe("[]");
    }

    [Fact]
    public async Task Refuses_a_duration_that_is_not_on_offer()
    {
        var reply = await (await shared.Server.UserAsync(deposit: 500)).PurchaseAsync(2);

        reply.Status.ShouldBe(400);
        reply.Detail.ShouldContain("1, 12, 24, 168, 720");
    }

    [Theory]
    [InlineData("{}", "missing at body.duration_hours")]
    [InlineData("""{"duration_hours": 0}""", "greater_than_equal at body.duration_hours")]
    [InlineData("""{"duration_hours": 1.5}""", "int_from_float at body.duration_hours")]
    [InlineData("""{"duration_hours": "long"}""", "int_parsing at body.duration_hours")]
    [InlineData("""{"duration_hours": true}""", "int_type at body.duration_hours")]
    [InlineData("""{"duration_hours": 1, "scope": "some"}""", "enum at body.scope")]
    public async Task Refuses_input_that_breaks_a_rule(string body, string problem)
    {
        var reply = await (await shared.Server.UserAsync()).PostTextAsync("/api/v1/tokens/purchase", body);

        reply.Status.ShouldBe(422);
        reply.Problems.ShouldBe([problem]);
    }

    [Fact]
    public async Task Ignores_fields_it_does_not_know_and_takes_numbers_as_text()
    {
        var user = await shared.Server.UserAsync(deposit: 500);

        var reply = await user.PostTextAsync(
            "/api/v1/tokens/purchase",
            """{"duration_hours": "1", "scope": "certificates_only", "colour": "red"}""");

        reply.Status.ShouldBe(200);
        reply["scope"].ShouldBe("certificates_only");
    }

    [Fact]
    public async Task Rewards_the_referrer_for_the_first_purchase_above_100_and_for_no_other()
    {
        var server = shared.Server;
        var referrer = await server.UserAsync();
        var code = await server.InDatabaseAsync(db =>
            db.Users.Where(u => u.Email == referrer.Email).Select(u => u.ReferralCode).SingleAsync());
        var buyer = await server.UserAsync(deposit: 1000, query: $"?ref={code}");

        await buyer.PurchaseAsync(168);
        (await referrer.BalanceAsync()).ShouldBe("0.00");
        await buyer.PurchaseAsync(720);
        await buyer.PurchaseAsync(720);

        (await referrer.BalanceAsync()).ShouldBe("30.00");
        var line = (await referrer.GetAsync("/api/v1/currency/transactions?transaction_type=referral_bonus"))
            .Json.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        line.GetProperty("amount").GetString().ShouldBe("30.00");
        line.GetProperty("transaction_type").GetString().ShouldBe("referral_bonus");
    }
}
