using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests;

public sealed class Registering(SharedServer shared)
{
    readonly Caller caller = shared.Server.Stranger();

    [Fact]
    public async Task Answers_with_the_account_but_neither_password_nor_balance()
    {
        var name = Name();

        var reply = await caller.RegisterAsync(name);

        reply.Status.ShouldBe(200);
        reply.Names.ShouldBe(
        [
            "id", "email", "username", "full_name", "is_active", "is_superuser", "referral_code", "created_at", "updated_at",
        ]);
        Guid.TryParse(reply["id"], out _).ShouldBeTrue();
        reply["email"].ShouldBe($"{name}@loadtest.local");
        reply["username"].ShouldBe(name);
        reply["full_name"].ShouldBe($"Load Test User {name}");
        reply["is_active"].ShouldBe("True");
        reply["is_superuser"].ShouldBe("False");
        reply["referral_code"].ShouldMatch("^[A-Z0-9]{12}$");
        reply["created_at"].ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$");
    }

    [Fact]
    public async Task Starts_with_nothing_in_the_wallet() =>
        (await (await shared.Server.UserAsync()).BalanceAsync()).ShouldBe("0.00");

    [Fact]
    public async Task Takes_a_full_name_of_null()
    {
        var name = Name();
        var reply = await caller.PostAsync(
            "/api/v1/auth/register",
            new { email = $"{name}@loadtest.local", username = name, password = Caller.Password, full_name = (string?)null });

        reply.Status.ShouldBe(200);
        reply["full_name"].ShouldBe("");
    }

    [Fact]
    public async Task Refuses_an_address_that_is_taken_however_its_domain_is_spelt()
    {
        var name = Name();
        await caller.RegisterAsync(name);

        var reply = await caller.PostAsync(
            "/api/v1/auth/register",
            new { email = $"{name}@LOADTEST.Local", username = Name(), password = Caller.Password });

        reply.Status.ShouldBe(400);
        reply.Detail.ShouldContain($"{name}@loadtest.local");
    }

    [Fact]
    public async Task Refuses_a_user_name_that_is_taken()
    {
        var name = Name();
        await caller.RegisterAsync(name);

        var reply = await caller.PostAsync(
            "/api/v1/auth/register",
            new { email = $"{Name()}@loadtest.local", username = name, password = Caller.Password });

        reply.Status.ShouldBe(400);
        reply.Detail.ShouldContain(name);
    }

    [Fact]
    public async Task Lets_one_of_many_have_a_name_that_all_want_at_once()
    {
        var name = Name();

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => caller.RegisterAsync(name)));

        replies.Count(reply => reply.Status == 200).ShouldBe(1);
        replies.Count(reply => reply.Status == 400).ShouldBe(19);
    }

    [Fact]
    public async Task Refuses_a_referral_code_that_nobody_has()
    {
        var reply = await caller.RegisterAsync(Name(), "?ref=NOBODYHASIT1");

        reply.Status.ShouldBe(400);
        reply.Detail.ShouldContain("NOBODYHASIT1");
    }

    [Fact]
    public async Task Refuses_a_referral_code_that_cannot_be_one() =>
        (await caller.RegisterAsync(Name(), "?ref=%00")).Status.ShouldBe(400);

    [Theory]
    [InlineData("email", "value_error at body.email")]
    [InlineData("username", "value_error at body.username")]
    [InlineData("password", "value_error at body.password")]
    [InlineData("full_name", "value_error at body.full_name")]
    public async Task Refuses_a_text_that_not_every_store_can_hold(string field, string problem)
    {
        var name = Name();
        var body = new Dictionary<string, string>
        {
            ["email"] = $"{name}@loadtest.local", ["username"] = name, ["password"] = Caller.Password, ["full_name"] = name,
        };
        body[field] = $"\0{body[field]}";

        var reply = await caller.PostAsync("/api/v1/auth/register", body);

        reply.Status.ShouldBe(422);
        reply.Problems.ShouldBe([problem]);
    }

    [Theory]
    [InlineData("""{"username": "half \ud800", "password": "LoadTest123!"}""")]
    [InlineData("""{"half \udc00": 1}""")]
    [InlineData("""{"list": [{"deep": "\ud800"}]}""")]
    [InlineData("[\"\\ud800\"]")]
    public async Task Refuses_half_a_character(string body)
    {
        var reply = await caller.PostTextAsync("/api/v1/auth/register", body);

        reply.Status.ShouldBe(422);
        reply.Problems.ShouldBe(["json_invalid at body"]);
    }

    [Fact]
    public async Task Refuses_bytes_that_are_no_text()
    {
        using var content = new ByteArrayContent([.. "{\"username\": \""u8, 0xFF, .. "\"}"u8]);

        var reply = await caller.SendAsync(HttpMethod.Post, "/api/v1/auth/register", content);

        reply.Status.ShouldBe(422);
        reply.Problems.ShouldBe(["json_invalid at body"]);
    }

    [Fact]
    public async Task Tells_everything_that_is_missing()
    {
        var reply = await caller.PostAsync("/api/v1/auth/register", new { });

        reply.Status.ShouldBe(422);
        reply.Problems.ShouldBe(["missing at body.email", "missing at body.username", "missing at body.password"]);
    }

    [Theory]
    [InlineData("no-at-sign", "abc", "LoadTest123!", "value_error at body.email")]
    [InlineData("a@b@c.local", "abc", "LoadTest123!", "value_error at body.email")]
    [InlineData("a@nodot", "abc", "LoadTest123!", "value_error at body.email")]
    [InlineData(".a@loadtest.local", "abc", "LoadTest123!", "value_error at body.email")]
    [InlineData("a@loadtest.local", "ab", "LoadTest123!", "string_too_short at body.username")]
    [InlineData("a@loadtest.local", "123456789012345678901234567890123456789012345678901", "LoadTest123!", "string_too_long at body.username")]
    [InlineData("a@loadtest.local", "abc", "1234567", "string_too_short at body.password")]
    public async Task Refuses_input_that_breaks_a_rule(string email, string username, string password, string problem)
    {
        var reply = await caller.PostAsync("/api/v1/auth/register", new { email, username, password });

        reply.Status.ShouldBe(422);
        reply.Problems.ShouldBe([problem]);
    }

    [Fact]
    public async Task Measures_a_password_in_bytes()
    {
        var reply = await caller.PostAsync(
            "/api/v1/auth/register",
            new { email = $"{Name()}@loadtest.local", username = Name(), password = new string('ж', 37) });

        reply.Problems.ShouldBe(["value_error at body.password"]);
    }

    [Fact]
    public async Task Refuses_a_number_where_a_text_belongs() =>
        (await caller.PostTextAsync("/api/v1/auth/register", """{"email": 1, "username": "abc", "password": "LoadTest123!"}"""))
            .Problems.ShouldBe(["string_type at body.email"]);

    static string Name() => $"user_{Guid.NewGuid():N}";
}
