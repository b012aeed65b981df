using CoreVia.Api.Data;
using CoreVia.Api.Seeding;
using Microsoft.EntityFrameworkCore;

namespace CoreVia.Api.Tests;

public abstract class Seeding(IStore store)
{
    [Fact]
    public async Task Adds_what_is_missing_and_nothing_else()
    {
        var url = await store.MigratedAsync();

        (await RunAsync(url)).ShouldBe((
            0,
            "users: 20 added, 20 there\nuser_settings: 20 added, 20 there\nmarketplace_products: 200 added, 200 there\nposts: 300 added, 300 there\n",
            ""));
        (await RunAsync(url)).Output.ShouldBe(
            "users: 0 added, 20 there\nuser_settings: 0 added, 20 there\nmarketplace_products: 0 added, 200 there\nposts: 0 added, 300 there\n");
        (await RunAsync(url, "--products", "203")).Output.ShouldContain("marketplace_products: 3 added, 203 there\n");
    }

    [Fact]
    public async Task Makes_products_with_the_same_ids_everywhere_and_trainers_who_can_log_in()
    {
        var (first, second) = (await store.MigratedAsync(), await store.MigratedAsync());
        await RunAsync(first);
        await RunAsync(second, "--products", "20");
        await using var server = await CoreViaServer.StartAsync(store, ("DATABASE_URL", first));
        await using var other = await CoreViaServer.StartAsync(store, ("DATABASE_URL", second));
        var trainer = server.Stranger();

        trainer.Enter(await trainer.LogInAsync(new SeededTrainer(7).Email, "trainer", SeededTrainer.Password));

        var page = await trainer.GetAsync("/api/v1/marketplace/products?page=1&page_size=5");
        page["total"].ShouldBe("200");
        (await trainer.GetAsync("/api/v1/marketplace/my-products")).Json.GetProperty("products").GetArrayLength().ShouldBe(10);
        (await trainer.GetAsync("/api/v1/social/feed"))["total"].ShouldBe("15");
        (await IdsAsync(other)).ShouldBeSubsetOf(await IdsAsync(server));
        (await server.InDatabaseAsync(db => db.Products.Select(p => p.SellerId).Distinct().CountAsync())).ShouldBe(20);
    }

    [Fact]
    public async Task Needs_the_schema_first()
    {
        var (exitCode, output, errors) = await RunAsync(await store.EmptyAsync());

        (exitCode, output).ShouldBe((3, ""));
        errors.ShouldEndWith("Apply its migrations with: dotnet CoreVia.Api.dll migrate\n");
    }

    [Theory]
    [InlineData("--users", "5")]
    [InlineData("--products")]
    [InlineData("--products", "0")]
    [InlineData("--products", "many")]
    public async Task Refuses_an_option_it_does_not_know(params string[] options) =>
        (await RunAsync("sqlite:///never-made.db", options)).ShouldBe((
            1,
            "",
            $"seed does not know '{string.Join(' ', options)}'; its only option is --products with a number from 1 to 100000.\n"));

    static Task<List<string>> IdsAsync(CoreViaServer server) =>
        server.InDatabaseAsync(db => db.Products.OrderBy(p => p.Id).Select(p => p.Id).ToListAsync());

    static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string url, params string[] options)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var settings = TestSettings.With(("DATABASE_URL", url), ("PASSWORD_ITERATIONS", "1"));
        var exitCode = await SeedCommand.RunAsync(options, settings, output, errors);
        return (exitCode, output.ToString(), errors.ToString());
    }
}
