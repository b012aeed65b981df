using CoreVia.Api.Data;
using CoreVia.Api.Settings;

namespace CoreVia.Api.Tests;

public sealed class Starting(SharedServer shared)
{
    static readonly (string, string) Key = ("SECRET_KEY", "a key that is only good enough for tests");

    [Fact]
    public async Task With_bad_settings_ends_with_a_line_for_each()
    {
        var (exitCode, errors) = await ServeAsync([], ("RATE_LIMIT", "on"), ("PASSWORD_ITERATIONS", "many"));

        exitCode.ShouldBe(1);
        errors.TrimEnd().Split('\n').Select(line => line.Split(' ')[0])
            .ShouldBe(["DATABASE_URL", "SECRET_KEY", "RATE_LIMIT", "PASSWORD_ITERATIONS"], ignoreOrder: true);
    }

    [Fact]
    public async Task Without_a_schema_says_how_to_get_one()
    {
        var (exitCode, errors) = await ServeAsync([], Key, ("DATABASE_URL", await shared.Store.EmptyAsync()));

        exitCode.ShouldBe(3);
        errors.ShouldContain("1 migration(s) pending");
        errors.ShouldContain("Apply them with: dotnet CoreVia.Api");
    }

    [Fact]
    public async Task On_an_address_that_is_taken_says_so_in_one_line()
    {
        var address = shared.Server.Http.BaseAddress!.ToString().TrimEnd('/');

        var (exitCode, errors) = await ServeAsync(["--urls", address], Key, ("DATABASE_URL", await shared.Store.MigratedAsync()));

        exitCode.ShouldBe(1);
        errors.ShouldStartWith($"Cannot listen: Failed to bind to address {address}");
        errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
    }

    static async Task<(int ExitCode, string Errors)> ServeAsync(string[] args, params (string, string)[] settings)
    {
        using var errors = new StringWriter();
        var exitCode = await ServeCommand.RunAsync<CoreViaSettings, CoreViaDb>(
            CoreViaSettings.Read,
            read => read.Database,
            read => CoreViaApp.Create([.. args, "--Logging:LogLevel:Default=None"], read, TimeProvider.System),
            TestSettings.With(settings),
            errors);
        return (exitCode, errors.ToString());
    }
}
