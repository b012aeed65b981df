using Microsoft.EntityFrameworkCore;
using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests;

public sealed class ErrorBodies(SharedServer shared)
{
    [Fact]
    public async Task Of_a_page_that_is_not_there_is_JSON()
    {
        var reply = await shared.Server.Stranger().GetAsync("/no/such/page");

        reply.Status.ShouldBe(404);
        reply.Text.ShouldBe("""{"detail":"Not Found"}""");
    }

    [Fact]
    public async Task Of_a_method_that_is_not_there_is_JSON()
    {
        var reply = await shared.Server.Stranger().GetAsync("/api/v1/tokens/purchase");

        reply.Status.ShouldBe(405);
        reply.Text.ShouldBe("""{"detail":"Method Not Allowed"}""");
    }

    [Fact]
    public async Task Of_a_failure_of_ours_is_plain_text_that_gives_nothing_away()
    {
        await using var server = await ZenzefiServer.StartAsync(shared.Store);
        var user = await server.UserAsync();
        await server.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("DROP TABLE transactions"));

        var reply = await user.GetAsync("/api/v1/currency/transactions");

        reply.Status.ShouldBe(500);
        reply.ContentType.ShouldBe("text/plain; charset=utf-8");
        reply.Text.ShouldBe("Internal Server Error");
    }

    [Fact]
    public async Task The_root_says_where_to_look()
    {
        var reply = await shared.Server.Stranger().GetAsync("/");

        reply.Status.ShouldBe(200);
        reply["health"].ShouldBe("/health");
    }
}
