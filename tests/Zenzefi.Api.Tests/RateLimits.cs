using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests;

public abstract class RateLimits(SharedServer shared)
{
    [Fact]
    public async Task Are_off_unless_switched_on()
    {
        for (var i = 0; i < 10; i++)
        {
            (await shared.Server.Stranger().LogInAsync("nobody@loadtest.local")).Status.ShouldBe(401);
        }
    }

    [Fact]
    public async Task Allow_five_attempts_to_register_or_log_in_per_hour_and_address()
    {
        await using var server = await StartAsync();
        var caller = server.Stranger();
        (await caller.RegisterAsync("somebody")).Status.ShouldBe(200);
        for (var i = 0; i < 4; i++)
        {
            (await caller.LogInAsync("somebody@loadtest.local")).Status.ShouldBe(200);
        }

        var refused = await caller.LogInAsync("somebody@loadtest.local");

        refused.Status.ShouldBe(429);
        var detail = refused.Json.GetProperty("detail");
        detail.EnumerateObject().Select(property => property.Name).ShouldBe(["error", "message", "limit", "window", "retry_after"]);
        detail.GetProperty("error").GetString().ShouldBe("rate_limit_exceeded");
        detail.GetProperty("limit").GetInt32().ShouldBe(5);
        detail.GetProperty("window").GetInt32().ShouldBe(3600);
        detail.GetProperty("retry_after").GetInt32().ShouldBeInRange(3500, 3600);
        refused.Headers.RetryAfter.ShouldBeNull();

        server.Clock.Ahead = TimeSpan.FromMinutes(61);
        (await caller.LogInAsync("somebody@loadtest.local")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Allow_each_user_a_hundred_requests_a_minute()
    {
        await using var server = await StartAsync();
        var first = await server.UserAsync();
        var second = await server.UserAsync();
        for (var i = 0; i < 100; i++)
        {
            (await first.GetAsync("/api/v1/currency/balance")).Status.ShouldBe(200);
        }

        (await first.GetAsync("/api/v1/currency/balance")).Status.ShouldBe(429);
        (await second.GetAsync("/api/v1/currency/balance")).Status.ShouldBe(200);
        (await first.GetAsync("/health")).Status.ShouldBe(200);
        (await first.GetAsync("/metrics")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Do_not_hide_that_a_caller_is_unknown()
    {
        await using var server = await StartAsync();

        (await server.Stranger().GetAsync("/api/v1/currency/balance")).Status.ShouldBe(403);
        (await server.Stranger().GetAsync("/api/v1/proxy/status", ("X-Access-Token", "unknown"))).Status.ShouldBe(401);
    }

    /// <summary>Where the limits are kept.</summary>
    protected abstract Task<(string Name, string Value)[]> PlaceAsync();

    async Task<ZenzefiServer> StartAsync() =>
        await ZenzefiServer.StartAsync(shared.Store, [("RATE_LIMIT", "on"), .. await PlaceAsync()]);
}
