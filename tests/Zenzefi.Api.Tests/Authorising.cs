using Microsoft.EntityFrameworkCore;
using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests;

public sealed class Authorising(SharedServer shared)
{
    public static TheoryData<string, string> Protected => new()
    {
        { "GET", "/api/v1/currency/balance" },
        { "GET", "/api/v1/currency/transactions" },
        { "POST", "/api/v1/currency/mock-purchase" },
        { "POST", "/api/v1/tokens/purchase" },
        { "GET", "/api/v1/tokens/my-tokens" },
    };

    [Theory]
    [MemberData(nameof(Protected))]
    public async Task Without_a_bearer_token_the_answer_is_403(string method, string path)
    {
        var reply = await shared.Server.Stranger().SendAsync(new HttpMethod(method), path);

        reply.Status.ShouldBe(403);
        reply.Detail.ShouldBe("Not authenticated");
    }

    [Theory]
    [MemberData(nameof(Protected))]
    public async Task With_a_forged_token_the_answer_is_401_and_names_the_scheme(string method, string path)
    {
        var user = await shared.Server.UserAsync();
        var signature = user.Bearer!.LastIndexOf('.') + 1;
        var caller = shared.Server.Stranger();
        caller.Bearer = user.Bearer[..signature] + new string([.. user.Bearer[signature..].Reverse()]);

        var reply = await caller.SendAsync(new HttpMethod(method), path);

        reply.Status.ShouldBe(401);
        reply.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    [Fact]
    public async Task An_unsigned_token_is_no_token()
    {
        var user = await shared.Server.UserAsync();
        var caller = shared.Server.Stranger();
        caller.Bearer = $"eyJhbGciOiJub25lIn0.{user.Bearer!.Split('.')[1]}.";

        (await caller.GetAsync("/api/v1/currency/balance")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Another_scheme_counts_as_none()
    {
        var reply = await shared.Server.Stranger().GetAsync("/api/v1/currency/balance", ("Authorization", "Basic dTpw"));

        reply.Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_token_works_until_its_time_is_up()
    {
        await using var server = await ZenzefiServer.StartAsync(shared.Store, ("ACCESS_TOKEN_EXPIRE_MINUTES", "5"));
        var user = await server.UserAsync();

        server.Clock.Ahead = TimeSpan.FromMinutes(4.9);
        (await user.GetAsync("/api/v1/currency/balance")).Status.ShouldBe(200);
        server.Clock.Ahead = TimeSpan.FromMinutes(5.1);
        (await user.GetAsync("/api/v1/currency/balance")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task The_token_of_a_user_who_is_gone_is_refused()
    {
        var user = await shared.Server.UserAsync();
        await shared.Server.InDatabaseAsync(db => db.Users.Where(u => u.Email == user.Email).ExecuteDeleteAsync());

        var reply = await user.GetAsync("/api/v1/currency/balance");

        reply.Status.ShouldBe(401);
        reply.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    [Fact]
    public async Task Who_is_calling_comes_before_what_they_sent() =>
        (await shared.Server.Stranger().PostAsync("/api/v1/tokens/purchase", new { duration_hours = 0 })).Status.ShouldBe(403);
}
