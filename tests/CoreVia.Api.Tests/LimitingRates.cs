namespace CoreVia.Api.Tests;

public sealed class LimitingRates(SharedServer shared)
{
    [Fact]
    public async Task Is_off_unless_switched_on()
    {
        for (var i = 0; i < 80; i++)
        {
            var reply = await shared.Server.Stranger().GetAsync("/");
            reply.Status.ShouldBe(200);
            reply.Headers.Contains("X-RateLimit-Limit").ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Lets_so_many_requests_of_an_address_pass_per_rolling_minute()
    {
        await using var server = await StartAsync();
        var caller = server.Stranger();

        (await RemainingAsync(caller)).ShouldBe("2");
        server.Clock.Ahead = TimeSpan.FromSeconds(30);
        (await RemainingAsync(caller)).ShouldBe("1");
        (await RemainingAsync(caller)).ShouldBe("0");
        var refused = await caller.GetAsync("/");

        refused.Status.ShouldBe(429);
        refused.Detail.ShouldBe("More than 3 requests within a minute.");
        refused.Headers.GetValues("X-RateLimit-Limit").ShouldBe(["3"]);
        refused.Headers.GetValues("X-RateLimit-Remaining").ShouldBe(["0"]);
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(20, 30);
        refused.Headers.Contains("X-Process-Time").ShouldBeTrue();

        server.Clock.Ahead = TimeSpan.FromSeconds(61);
        (await caller.GetAsync("/")).Status.ShouldBe(200);
        (await caller.GetAsync("/")).Status.ShouldBe(429);
    }

    [Fact]
    public async Task Counts_every_path_but_that_of_health()
    {
        await using var server = await StartAsync();
        var caller = server.Stranger();

        for (var i = 0; i < 10; i++)
        {
            (await caller.GetAsync("/health")).Status.ShouldBe(200);
        }

        (await caller.GetAsync("/api/v1/users/profile")).Status.ShouldBe(401);
        (await caller.GetAsync("/no/such/page")).Status.ShouldBe(404);
        (await caller.GetAsync("/")).Status.ShouldBe(200);
        (await caller.GetAsync("/api/v1/users/profile")).Status.ShouldBe(429);
    }

    [Fact]
    public async Task Tells_addresses_behind_a_proxy_apart()
    {
        await using var server = await StartAsync();
        var caller = server.Stranger();

        for (var i = 0; i < 3; i++)
        {
            (await caller.GetAsync("/", ("X-Forwarded-For", "192.0.2.1, 10.0.0.1"))).Status.ShouldBe(200);
        }

        (await caller.GetAsync("/", ("X-Forwarded-For", "192.0.2.1"))).Status.ShouldBe(429);
        (await caller.GetAsync("/", ("X-Forwarded-For", "192.0.2.2, 192.0.2.1"))).Status.ShouldBe(200);
        (await caller.GetAsync("/")).Status.ShouldBe(200);
    }

    Task<CoreViaServer> StartAsync() => CoreViaServer.StartAsync(shared.Store, ("RATE_LIMIT", "3"));

    static async Task<string> RemainingAsync(Caller caller) =>
        (await caller.GetAsync("/")).Headers.GetValues("X-RateLimit-Remaining").Single();
}
