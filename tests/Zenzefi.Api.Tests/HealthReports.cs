using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests;

public sealed class HealthReports(SharedServer shared)
{
    [Fact]
    public async Task Say_how_the_system_is_and_when_it_was_looked_at()
    {
        var reply = await shared.Server.Stranger().GetAsync("/health");

        reply.Status.ShouldBe(200);
        reply.Names.ShouldBe(["status", "timestamp"]);
        reply["status"].ShouldBe("healthy");
        reply["timestamp"].ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$");
    }

    [Fact]
    public async Task Are_remembered_for_a_while()
    {
        await using var server = await ZenzefiServer.StartAsync(shared.Store);
        var (first, second) = ("", await TimestampAsync());
        while (first != second)
        {
            // The first answer may have been given while the check at start was still going on.
            (first, second) = (second, await TimestampAsync());
        }

        server.Clock.Ahead = TimeSpan.FromSeconds(100);
        (await TimestampAsync()).ShouldBe(first);
        server.Clock.Ahead = TimeSpan.FromSeconds(121);
        (await TimestampAsync()).ShouldNotBe(first);

        async Task<string> TimestampAsync() => (await server.Stranger().GetAsync("/health"))["timestamp"];
    }

    [Fact]
    public async Task Call_a_system_without_its_upstream_degraded()
    {
        await using var server = await ZenzefiServer.StartAsync(shared.Store, ("ZENZEFI_TARGET_URL", "http://127.0.0.1:1"));

        (await server.Stranger().GetAsync("/health"))["status"].ShouldBe("degraded");
    }

    [Theory]
    [InlineData(204, "healthy")]
    [InlineData(302, "healthy")]
    [InlineData(404, "degraded")]
    [InlineData(503, "degraded")]
    public async Task Ask_the_upstream_where_there_is_one(int status, string health)
    {
        await using var upstream = WebApplication.CreateSlimBuilder().Build();
        upstream.Urls.Add("http://127.0.0.1:0");
        upstream.MapMethods("/", ["HEAD"], () => TypedResults.StatusCode(status));
        await upstream.StartAsync(TestContext.Current.CancellationToken);

        await using var server = await ZenzefiServer.StartAsync(shared.Store, ("ZENZEFI_TARGET_URL", upstream.Urls.Single()));

        (await server.Stranger().GetAsync("/health"))["status"].ShouldBe(health);
    }

    [Fact]
    public async Task Call_a_system_without_its_database_unhealthy_and_still_answer_200()
    {
        await using var server = await ZenzefiServer.StartAsync(shared.Store, ("DATABASE_URL", "sqlite:////nowhere/at/all.db"));

        var reply = await server.Stranger().GetAsync("/health");

        reply.Status.ShouldBe(200);
        reply["status"].ShouldBe("unhealthy");
    }
}
