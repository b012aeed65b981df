using System.Text;
using System.Text.Json;

namespace CoreVia.Api.Tests;

public sealed class LoggingIn(SharedServer shared)
{
    readonly CoreViaServer server = shared.Server;

    [Fact]
    public async Task Answers_with_tokens_and_the_user()
    {
        var user = await server.TrainerAsync();

        var reply = await server.Stranger().LogInAsync(user.Email!, "trainer");

        reply.Status.ShouldBe(200);
        reply.Names.ShouldBe(["access_token", "refresh_token", "token_type", "user"]);
        reply.Json.GetProperty("user").GetProperty("id").GetString().ShouldBe(user.Id);
    }

    [Fact]
    public async Task Puts_into_the_tokens_what_the_contract_says()
    {
        var reply = await server.Stranger().RegisterAsync($"user_{Guid.NewGuid():N}@test.com", "student");

        var (access, refresh) = (Claims(reply["access_token"]), Claims(reply["refresh_token"]));

        access.GetProperty("sub").GetString().ShouldBe(reply.Json.GetProperty("user").GetProperty("id").GetString());
        access.GetProperty("user_type").GetString().ShouldBe("client");
        access.GetProperty("is_premium").GetBoolean().ShouldBeFalse();
        access.GetProperty("type").GetString().ShouldBe("access");
        refresh.GetProperty("type").GetString().ShouldBe("refresh");
        Lifetime(access).ShouldBe(TimeSpan.FromDays(1));
        Lifetime(refresh).ShouldBe(TimeSpan.FromDays(7));
    }

    [Fact]
    public async Task Refuses_a_wrong_password_and_an_unknown_address_alike()
    {
        var user = await server.ClientAsync();

        var wrong = await server.Stranger().LogInAsync(user.Email!, "student", "another password");
        var unknown = await server.Stranger().LogInAsync("nobody@test.com", "student");

        wrong.Status.ShouldBe(401);
        wrong.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        unknown.Status.ShouldBe(401);
        unknown.Detail.ShouldBe(wrong.Detail);
    }

    [Fact]
    public async Task Refuses_the_wrong_type_of_user() =>
        (await server.Stranger().LogInAsync((await server.ClientAsync()).Email!, "trainer")).Status.ShouldBe(403);

    [Fact]
    public async Task Wants_the_type_of_user() =>
        (await server.Stranger().PostAsync("/api/v1/auth/login", new { email = "a@test.com", password = "x" }))
            .Problems.ShouldBe(["missing at body.user_type"]);

    static TimeSpan Lifetime(JsonElement claims) =>
        TimeSpan.FromSeconds(claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64());

    static JsonElement Claims(string token) =>
        JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1])));
}
