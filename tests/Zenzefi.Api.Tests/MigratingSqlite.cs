using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests;

public sealed class MigratingSqlite(SharedServer shared) : Migrating(shared.Store)
{
    protected override string IndexNames => "SELECT name AS Value FROM sqlite_master WHERE type = 'index' AND name LIKE 'IX%'";

    [Fact]
    public async Task Says_why_a_file_cannot_be_opened()
    {
        var (exitCode, _, errors) = await Migration.RunAsync("sqlite:////nowhere/at/all.db");

        exitCode.ShouldBe(1);
        errors.ShouldStartWith("Cannot use sqlite:////nowhere/at/all.db: SQLite Error 14");
    }

    [Fact]
    public async Task Refuses_an_option_it_does_not_know()
    {
        var (exitCode, _, errors) = await Migration.RunAsync("sqlite:///never-made.db", "--force");

        exitCode.ShouldBe(1);
        errors.ShouldBe("migrate does not know '--force'; its only option is --check.\n");
    }
}
