using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests;

public sealed class SeedingSqlite(SharedServer shared) : Seeding(shared.Store)
{
    [Theory]
    [InlineData("--force")]
    [InlineData("--users")]
    [InlineData("--users", "0")]
    [InlineData("--users", "many")]
    public async Task Refuses_an_option_it_does_not_know(params string[] options)
    {
        using var errors = new StringWriter();

        (await SeedCommand.RunAsync(options, TestSettings.With(("DATABASE_URL", "sqlite:///never-made.db")), TextWriter.Null, errors)).ShouldBe(1);

        errors.ToString().ShouldBe(
            $"seed does not know '{string.Join(' ', options)}'; its only option is --users with a number from 1 to 1000000.\n");
    }

    [Fact]
    public async Task Tells_every_bad_setting()
    {
        using var errors = new StringWriter();

        (await SeedCommand.RunAsync([], TestSettings.With(("TOKEN_PRICE_12H", "cheap"), ("PASSWORD_ITERATIONS", "0")), TextWriter.Null, errors))
            .ShouldBe(1);

        errors.ToString().TrimEnd().Split('\n').Select(line => line.Split(' ')[0])
            .ShouldBe(["DATABASE_URL", "TOKEN_PRICE_12H", "PASSWORD_ITERATIONS"], ignoreOrder: true);
    }
}
