using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace CoreVia.Api.Tests;

public sealed class EveryAnswer(SharedServer shared)
{
    [Theory]
    [InlineData("/", 200)]
    [InlineData("/health", 200)]
    [InlineData("/no/such/page", 404)]
    [InlineData("/api/v1/auth/login", 405)]
    [InlineData("/api/v1/users/profile", 401)]
    public async Task Has_the_headers_of_the_contract(string path, int status)
    {
        var reply = await shared.Server.Stranger().GetAsync(path);

        reply.Status.ShouldBe(status);
        HeadersOf(reply).ShouldBe(
        [
            "nosniff", "DENY", "1; mode=block", "max-age=31536000; includeSubDomains", "default-src 'self'", "strict-origin-when-cross-origin",
            "geolocation=(), microphone=(), camera=()",
        ]);
        double.Parse(reply.Headers.GetValues("X-Process-Time").Single(), CultureInfo.InvariantCulture).ShouldBeInRange(0, 30);
        reply.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task That_is_a_failure_of_ours_is_plain_text_with_headers_and_in_the_log()
    {
        await using var server = await CoreViaServer.StartAsync(shared.Store);
        var user = await server.ClientAsync();
        await server.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("DROP TABLE follows"));

        var reply = await user.GetAsync("/api/v1/social/feed");

        reply.Status.ShouldBe(500);
        reply.Text.ShouldBe("Internal Server Error");
        HeadersOf(reply).Count().ShouldBe(7);
        server.Log.Lines.ShouldContain(line => line.StartsWith("Error: GET /api/v1/social/feed failed"));
    }

    [Fact]
    public async Task That_says_no_says_why()
    {
        var stranger = shared.Server.Stranger();

        (await stranger.GetAsync("/no/such/page")).Text.ShouldBe("""{"detail":"Not Found"}""");
        (await stranger.GetAsync("/api/v1/auth/login")).Text.ShouldBe("""{"detail":"Method Not Allowed"}""");
    }

    [Fact]
    public async Task Of_the_root_and_of_health_is_constant()
    {
        (await shared.Server.Stranger().GetAsync("/health")).Text.ShouldBe("""{"status":"healthy"}""");
        (await shared.Server.Stranger().GetAsync("/")).Names.ShouldBe(["app", "version", "status"]);
    }

    [Fact]
    public async Task Can_be_made_an_error_but_for_that_of_health()
    {
        await using var server = await CoreViaServer.StartAsync(shared.Store, ("FAULT_ERROR_PERCENT", "100"));

        (await server.Stranger().GetAsync("/")).Status.ShouldBe(500);
        (await server.Stranger().GetAsync("/health")).Status.ShouldBe(200);
    }

    static IEnumerable<string> HeadersOf(Reply reply) => ((string[])
        [
            "X-Content-Type-Options", "X-Frame-Options", "X-XSS-Protection", "Strict-Transport-Security", "Content-Security-Policy",
            "Referrer-Policy", "Permissions-Policy",
        ]).Select(name => reply.Headers.GetValues(name).Single());
}
