using Microsoft.EntityFrameworkCore;
using Zenzefi.Api.Seeding;
using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests;

public abstract class Seeding(IStore store)
{
    [Fact]
    public async Task Adds_what_is_missing_and_nothing_else()
    {
        var url = await store.MigratedAsync();

        (await RunAsync(url, "--users", "3")).ShouldBe(
            (0, "users: 3 added, 3 there\naccess_tokens: 6 added, 6 there\ntransactions: 9 added, 9 there\n", ""));
        (await RunAsync(url, "--users", "3")).ShouldBe(
            (0, "users: 0 added, 3 there\naccess_tokens: 0 added, 6 there\ntransactions: 0 added, 9 there\n", ""));
        (await RunAsync(url, "--users", "5")).ShouldBe(
            (0, "users: 2 added, 5 there\naccess_tokens: 4 added, 10 there\ntransactions: 6 added, 15 there\n", ""));
    }

    [Fact]
    public async Task Is_a_thousand_users_unless_told_otherwise() =>
        (await RunAsync(await store.MigratedAsync())).Output.ShouldStartWith("users: 1000 added, 1000 there\n");

    [Fact]
    public async Task Makes_users_who_can_do_what_users_do()
    {
        var url = await store.MigratedAsync();
        await RunAsync(url, "--users", "2");
        await using var server = await ZenzefiServer.StartAsync(store, ("DATABASE_URL", url));
        var user = server.Stranger();

        user.Bearer = (await user.LogInAsync("seed_000002@seed.local", SeededUser.Password))["access_token"];

        (await user.BalanceAsync()).ShouldBe("500.00");
        (await user.GetAsync("/api/v1/tokens/my-tokens")).Json.EnumerateArray()
            .Select(token => token.GetProperty("duration_hours").GetInt32()).ShouldBe([12, 24], ignoreOrder: true);
        (await user.GetAsync("/api/v1/currency/transactions")).Json.GetProperty("items").EnumerateArray()
            .Sum(item => decimal.Parse(item.GetProperty("amount").GetString()!)).ShouldBe(500);
        (await user.PurchaseAsync(1)).Status.ShouldBe(200);
        (await server.InDatabaseAsync(db => db.AccessTokens.Select(token => token.Token.Length).Distinct().ToListAsync())).ShouldBe([64]);
    }

    [Fact]
    public async Task Needs_the_schema_first()
    {
        var (exitCode, output, errors) = await RunAsync(await store.EmptyAsync());

        (exitCode, output).ShouldBe((3, ""));
        errors.ShouldEndWith("Apply its migrations with: dotnet Zenzefi.Api.dll migrate\n");
    }

    static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string url, params string[] options)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var settings = TestSettings.With(("DATABASE_URL", url), ("PASSWORD_ITERATIONS", "1"));
        var exitCode = await SeedCommand.RunAsync(options, settings, output, errors);
        return (exitCode, output.ToString(), errors.ToString());
    }
}
