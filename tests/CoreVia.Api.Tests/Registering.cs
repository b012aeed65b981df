using Microsoft.EntityFrameworkCore;

namespace CoreVia.Api.Tests;

public sealed class Registering(SharedServer shared)
{
    readonly CoreViaServer server = shared.Server;
    readonly string email = $"user_{Guid.NewGuid():N}@test.com";

    [Fact]
    public async Task Opens_an_account_and_logs_in_to_it()
    {
        var caller = server.Stranger();

        var reply = await caller.RegisterAsync(email, "student");

        reply.Status.ShouldBe(201);
        reply.Names.ShouldBe(["access_token", "refresh_token", "token_type", "user"]);
        reply["token_type"].ShouldBe("bearer");
        var user = reply.Json.GetProperty("user");
        Guid.TryParse(user.GetProperty("id").GetString(), out _).ShouldBeTrue();
        user.GetProperty("name").GetString().ShouldBe("Load Test User 7");
        user.GetProperty("email").GetString().ShouldBe(email);
        user.GetProperty("user_type").GetString().ShouldBe("client");
        caller.Enter(reply);
        (await caller.GetAsync("/api/v1/users/profile"))["id"].ShouldBe(caller.Id);
    }

    [Fact]
    public async Task Logs_in_to_the_account_that_is_there_when_the_password_matches()
    {
        var first = await server.Stranger().RegisterAsync(email, "trainer");
        var again = await server.Stranger().RegisterAsync(email, "trainer");

        again.Status.ShouldBe(200);
        again.Json.GetProperty("user").ToString().ShouldBe(first.Json.GetProperty("user").ToString());
        (await server.InDatabaseAsync(db => db.Users.CountAsync(u => u.Email == email))).ShouldBe(1);
    }

    [Fact]
    public async Task Refuses_an_address_that_somebody_with_another_password_has()
    {
        await server.Stranger().RegisterAsync(email, "student");

        var reply = await server.Stranger().RegisterAsync(email, "student", "another password");

        reply.Status.ShouldBe(400);
        reply.Detail.ShouldContain(email);
    }

    [Fact]
    public async Task Refuses_to_log_in_to_an_account_that_is_deactivated()
    {
        await server.Stranger().RegisterAsync(email, "student");
        await server.InDatabaseAsync(db => db.Users
            .Where(u => u.Email == email)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.IsActive, false)));

        (await server.Stranger().RegisterAsync(email, "student")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Gives_all_who_want_the_same_address_at_once_the_same_account()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => server.Stranger().RegisterAsync(email, "student")));

        replies.Count(reply => reply.Status == 201).ShouldBe(1);
        replies.Count(reply => reply.Status == 200).ShouldBe(19);
        replies.Select(reply => reply.Json.GetProperty("user").GetProperty("id").GetString()).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Takes_the_name_under_its_real_name_as_well()
    {
        var reply = await server.Stranger().PostAsync(
            "/api/v1/auth/register",
            new { name = "Ann", full_name = "Not Ann", email, password = Caller.Password, user_type = "client", otp_code = "123456" });

        reply.Status.ShouldBe(201);
        reply.Json.GetProperty("user").GetProperty("name").GetString().ShouldBe("Ann");
    }

    [Fact]
    public async Task Tells_everything_that_is_missing()
    {
        var reply = await server.Stranger().PostAsync("/api/v1/auth/register", new { });

        reply.Status.ShouldBe(422);
        reply.Problems.ShouldBe(
            ["missing at body.name", "missing at body.email", "missing at body.password", "missing at body.user_type"],
            ignoreOrder: true);
        reply.Json.GetProperty("detail")[0].EnumerateObject().Select(property => property.Name).ShouldBe(["type", "loc", "msg", "input"]);
    }

    [Theory]
    [InlineData("full_name", "A", "string_too_short at body.full_name")]
    [InlineData("email", "nobody", "value_error at body.email")]
    [InlineData("password", "short", "string_too_short at body.password")]
    [InlineData("user_type", "admin", "enum at body.user_type")]
    public async Task Refuses_input_that_breaks_a_rule(string field, string value, string problem)
    {
        var body = new Dictionary<string, string>
        {
            ["full_name"] = "Ann", ["email"] = email, ["password"] = Caller.Password, ["user_type"] = "student", [field] = value,
        };

        var reply = await server.Stranger().PostAsync("/api/v1/auth/register", body);

        reply.Status.ShouldBe(422);
        reply.Problems.ShouldBe([problem]);
    }

    [Theory]
    [InlineData("{", "json_invalid at body")]
    [InlineData("[]", "model_attributes_type at body")]
    [InlineData("""{"full_name": "half \ud800"}""", "json_invalid at body")]
    public async Task Refuses_what_is_no_object(string body, string problem)
    {
        var reply = await server.Stranger().PostTextAsync("/api/v1/auth/register", body);

        reply.Status.ShouldBe(422);
        reply.Problems.ShouldBe([problem]);
    }
}
