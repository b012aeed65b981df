using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests;

public sealed class LoggingIn(SharedServer shared)
{
    readonly ZenzefiServer server = shared.Server;

    [Fact]
    public async Task Answers_with_a_bearer_token_and_how_long_it_lasts()
    {
        var user = await server.UserAsync();

        var reply = await server.Stranger().LogInAsync(user.Email!);

        reply.Status.ShouldBe(200);
        reply.Names.ShouldBe(["access_token", "token_type", "expires_in"]);
        reply["token_type"].ShouldBe("bearer");
        reply["expires_in"].ShouldBe("3600");
    }

    [Fact]
    public async Task Signs_the_token_with_HS256_and_names_the_user_in_it()
    {
        var user = await server.UserAsync();
        var parts = user.Bearer!.Split('.');

        Decode(parts[0]).GetProperty("alg").GetString().ShouldBe("HS256");
        var claims = Decode(parts[1]);
        Guid.TryParse(claims.GetProperty("sub").GetString(), out _).ShouldBeTrue();
        user.Email.ShouldBe($"{claims.GetProperty("username").GetString()}@loadtest.local");
        (claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64()).ShouldBe(3600);
    }

    [Fact]
    public async Task Refuses_a_wrong_password_and_an_unknown_address_alike()
    {
        var user = await server.UserAsync();

        var wrong = await server.Stranger().LogInAsync(user.Email!, "another password");
        var unknown = await server.Stranger().LogInAsync("nobody@loadtest.local");

        wrong.Status.ShouldBe(401);
        unknown.Status.ShouldBe(401);
        wrong.Detail.ShouldBe(unknown.Detail);
    }

    [Fact]
    public async Task Refuses_a_deactivated_account_and_its_token()
    {
        var user = await server.UserAsync();
        await server.InDatabaseAsync(db => db.Users
            .Where(u => u.Email == user.Email)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.IsActive, false)));

        (await server.Stranger().LogInAsync(user.Email!)).Status.ShouldBe(401);
        (await user.GetAsync("/api/v1/currency/balance")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Wants_an_address_and_a_password() =>
        (await server.Stranger().PostAsync("/api/v1/auth/login", new { email = "no address" }))
            .Problems.ShouldBe(["value_error at body.email", "missing at body.password"]);

    [Fact]
    public async Task Stores_a_salted_hash_and_never_the_password()
    {
        var first = await server.UserAsync();
        var second = await server.UserAsync();

        var hashes = await server.InDatabaseAsync(db => db.Users
            .Where(u => u.Email == first.Email || u.Email == second.Email)
            .Select(u => u.HashedPassword)
            .ToListAsync());

        hashes.Distinct().Count().ShouldBe(2);
        hashes.ShouldAllBe(hash => Convert.FromBase64String(hash).Length == 61 && !hash.Contains(Caller.Password));
    }

    static JsonElement Decode(string part) =>
        JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(part)));
}
