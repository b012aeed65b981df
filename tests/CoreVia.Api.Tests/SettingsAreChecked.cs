using CoreVia.Api.Settings;

namespace CoreVia.Api.Tests;

public sealed class SettingsAreChecked
{
    static readonly (string, string)[] Good = [("DATABASE_URL", "sqlite:///c.db"), ("SECRET_KEY", new string('k', 32))];

    [Fact]
    public void Two_are_enough()
    {
        var settings = Read(Good).Settings.ShouldNotBeNull();

        settings.Database.Provider.ShouldBe(DatabaseProvider.Sqlite);
        settings.AccessTokenLifetime.ShouldBe(TimeSpan.FromDays(1));
        settings.RefreshTokenLifetime.ShouldBe(TimeSpan.FromDays(7));
        settings.RateLimit.ShouldBe(0);
        settings.Passwords.Iterations.ShouldBe(210_000);
        settings.Faults.Describe().ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_is_told_at_once()
    {
        var (settings, problems) = Read(("SECRET_KEY", "short"), ("RATE_LIMIT", "on"), ("ALGORITHM", "none"), ("FAULT_CPU", "1"));

        settings.ShouldBeNull();
        problems.Select(problem => problem.Split(' ')[0])
            .ShouldBe(["DATABASE_URL", "SECRET_KEY", "RATE_LIMIT", "ALGORITHM", "FAULT_CPU"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("RATE_LIMIT", "-1", "RATE_LIMIT is '-1', but must be a whole number from 0 to 1000000.")]
    [InlineData("ACCESS_TOKEN_EXPIRE_MINUTES", "0", "ACCESS_TOKEN_EXPIRE_MINUTES is '0', but must be a whole number from 1 to 525600.")]
    [InlineData("SECRET_KEY", "hunter2", "SECRET_KEY has 7 bytes, but HS256 needs at least 32.")]
    [InlineData("SECRET_KEY", "", "SECRET_KEY is missing.")]
    public void A_bad_value_is_named_with_its_limit(string name, string value, string problem) =>
        Read([.. Good, (name, value)]).Problems.ShouldBe([problem]);

    [Fact]
    public void The_pool_is_told_to_the_database()
    {
        var database = Read(
            [Good[1], ("DATABASE_URL", "postgresql://ann:secret@db:5433/corevia"), ("DATABASE_POOL_SIZE", "7"), ("DATABASE_POOL_TIMEOUT_SECONDS", "3")])
            .Settings.ShouldNotBeNull().Database;

        database.ConnectionString.ShouldContain("Maximum Pool Size=7");
        database.ConnectionString.ShouldContain("Timeout=3");
        database.ConnectionString.ShouldContain("Application Name=corevia");
        database.Shown.ShouldBe("postgresql://ann@db:5433/corevia");
    }

    static (CoreViaSettings? Settings, IReadOnlyList<string> Problems) Read(params (string, string)[] settings)
    {
        var reader = new SettingsReader(TestSettings.With(settings));
        return (CoreViaSettings.Read(reader), reader.Problems);
    }
}
