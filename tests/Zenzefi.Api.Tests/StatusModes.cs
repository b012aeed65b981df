using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests;

public sealed class StatusModes(SharedServer shared)
{
    [Theory]
    [InlineData("locust", 200)]
    [InlineData("faithful", 201)]
    public async Task Decide_the_status_of_what_creates_and_of_nothing_else(string mode, int created)
    {
        await using var server = await ZenzefiServer.StartAsync(shared.Store, ("STATUS_MODE", mode));
        var caller = server.Stranger();

        (await caller.RegisterAsync("somebody")).Status.ShouldBe(created);
        var login = await caller.LogInAsync("somebody@loadtest.local");
        caller.Bearer = login["access_token"];
        (await caller.DepositAsync(5)).Status.ShouldBe(created);
        (await caller.PurchaseAsync(1)).Status.ShouldBe(created);

        login.Status.ShouldBe(200);
        (await caller.GetAsync("/api/v1/currency/balance")).Status.ShouldBe(200);
        (await caller.GetAsync("/api/v1/currency/transactions")).Status.ShouldBe(200);
        (await caller.GetAsync("/api/v1/tokens/my-tokens")).Status.ShouldBe(200);
        (await caller.GetAsync("/health")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("locust")]
    [InlineData("faithful")]
    public async Task Leave_errors_as_they_are(string mode)
    {
        await using var server = await ZenzefiServer.StartAsync(shared.Store, ("STATUS_MODE", mode));
        var user = await server.UserAsync(deposit: 5);

        (await user.PurchaseAsync(12)).Status.ShouldBe(402);
        (await user.PurchaseAsync(13)).Status.ShouldBe(400);
        (await user.PurchaseAsync(0)).Status.ShouldBe(422);
        (await user.LogInAsync(user.Email!, "wrong password")).Status.ShouldBe(401);
        (await server.Stranger().PurchaseAsync(1)).Status.ShouldBe(403);
    }
}
