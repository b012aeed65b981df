using Zenzefi.Api.Data;
using Zenzefi.Api.Settings;
using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests;

public sealed class SettingsAreChecked
{
    static readonly (string, string)[] Good = [("DATABASE_URL", "sqlite:///z.db"), ("SECRET_KEY", new string('k', 32))];

    [Fact]
    public void Two_are_enough()
    {
        var settings = Read(Good).Settings.ShouldNotBeNull();

        settings.Database.Provider.ShouldBe(DatabaseProvider.Sqlite);
        settings.AccessTokenLifetime.ShouldBe(TimeSpan.FromMinutes(60));
        settings.StatusMode.ShouldBe(StatusMode.Locust);
        settings.RateLimit.ShouldBeFalse();
        settings.Passwords.Iterations.ShouldBe(210_000);
        settings.Redis.ShouldBeNull();
        settings.Health.Interval.ShouldBe(TimeSpan.FromSeconds(50));
        settings.Prices.Offered.Select(settings.Prices.Of).ShouldBe([1m, 10m, 18m, 100m, 300m]);
        settings.Faults.Describe().ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_is_told_at_once()
    {
        var (settings, problems) = Read(
            ("SECRET_KEY", "short"),
            ("STATUS_MODE", "strict"),
            ("TOKEN_PRICE_12H", "cheap"),
            ("ACCESS_TOKEN_EXPIRE_MINUTES", "0"));

        settings.ShouldBeNull();
        problems.Select(problem => problem.Split(' ')[0]).ShouldBe(
            ["DATABASE_URL", "SECRET_KEY", "STATUS_MODE", "TOKEN_PRICE_12H", "ACCESS_TOKEN_EXPIRE_MINUTES"],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData("STATUS_MODE", "strict", "STATUS_MODE is 'strict', but must be one of: locust, faithful.")]
    [InlineData("RATE_LIMIT", "maybe", "RATE_LIMIT is 'maybe', but must be one of: off, on.")]
    [InlineData("ALGORITHM", "none", "ALGORITHM is 'none', but must be one of: HS256.")]
    [InlineData("PASSWORD_ITERATIONS", "0", "PASSWORD_ITERATIONS is '0', but must be a whole number from 1 to 10000000.")]
    [InlineData("TOKEN_PRICE_1H", "-1", "TOKEN_PRICE_1H is '-1', but must be a number from 0.01 to 1000000 with at most 2 decimals.")]
    [InlineData("TOKEN_PRICE_1H", "1.005", "TOKEN_PRICE_1H is '1.005', but must be a number from 0.01 to 1000000 with at most 2 decimals.")]
    [InlineData("HEALTH_CHECK_INTERVAL", "often", "HEALTH_CHECK_INTERVAL is 'often', but must be a whole number from 1 to 86400.")]
    [InlineData("ZENZEFI_TARGET_URL", "upstream", "ZENZEFI_TARGET_URL is 'upstream', but must be an absolute http or https address.")]
    [InlineData("ZENZEFI_TARGET_URL", "ftp://up", "ZENZEFI_TARGET_URL is 'ftp://up', but must be an absolute http or https address.")]
    [InlineData("DATABASE_POOL_SIZE", "0", "DATABASE_POOL_SIZE is '0', but must be a whole number from 1 to 1000.")]
    [InlineData("FAULT_ERROR_PERCENT", "101", "FAULT_ERROR_PERCENT is '101', but must be a number from 0 to 100 with at most 3 decimals.")]
    [InlineData("FAULT_SLOW_TAIL_PERCENT", "5", "FAULT_SLOW_TAIL_PERCENT and FAULT_SLOW_TAIL_MS belong together: set both above 0, or neither.")]
    [InlineData("FAULT_N_PLUS_ONE", "yes", "FAULT_N_PLUS_ONE is 'yes', but must be one of: 0, 1.")]
    public void A_bad_value_is_named_with_its_limit(string name, string value, string problem) =>
        Read([.. Good, (name, value)]).Problems.ShouldBe([problem]);

    [Fact]
    public void A_misspelt_fault_is_no_silent_nothing() =>
        Read([.. Good, ("FAULT_CPU_PERCENTAGE", "10")]).Problems.ShouldHaveSingleItem()
            .ShouldStartWith("FAULT_CPU_PERCENTAGE is no fault switch. There are: FAULT_CPU_PERCENT,");

    [Fact]
    public void A_short_key_is_refused_without_showing_it()
    {
        var problem = Read(("DATABASE_URL", "sqlite:///z.db"), ("SECRET_KEY", "hunter2")).Problems.ShouldHaveSingleItem();

        problem.ShouldBe("SECRET_KEY has 7 bytes, but HS256 needs at least 32.");
    }

    [Theory]
    [InlineData("sqlite:///folder/z.db", "Data Source=folder/z.db")]
    [InlineData("sqlite:////var/z.db", "Data Source=/var/z.db")]
    public void A_SQLite_address_has_a_path(string url, string connection) =>
        Database(("DATABASE_URL", url)).ConnectionString.ShouldStartWith(connection);

    [Theory]
    [InlineData("DATABASE_URL", "postgresql://ann:p%40ss@db.example:5433/zenzefi")]
    [InlineData("SQLALCHEMY_DATABASE_URI", "postgresql+psycopg2://ann:p%40ss@db.example:5433/zenzefi")]
    public void A_PostgreSQL_address_has_everything(string name, string url)
    {
        var database = Database((name, url));

        database.Provider.ShouldBe(DatabaseProvider.Postgres);
        database.ConnectionString.ShouldContain("Host=db.example;Port=5433;Username=ann;Password=p@ss;Database=zenzefi");
        database.ConnectionString.ShouldContain("Maximum Pool Size=15");
        database.Shown.ShouldBe("postgresql://ann@db.example:5433/zenzefi");
    }

    [Fact]
    public void PostgreSQL_can_be_told_in_parts() => Database(
            ("POSTGRES_SERVER", "db:5433"),
            ("POSTGRES_USER", "ann"),
            ("POSTGRES_PASSWORD", "secret"),
            ("POSTGRES_DB", "zenzefi"))
        .Shown.ShouldBe("postgresql://ann@db:5433/zenzefi");

    [Fact]
    public void Parts_that_are_missing_are_named() =>
        Read(Good[1], ("POSTGRES_SERVER", "db")).Problems
            .ShouldBe(["POSTGRES_USER is missing.", "POSTGRES_PASSWORD is missing.", "POSTGRES_DB is missing."]);

    [Theory]
    [InlineData("mysql://ann:secret@db/zenzefi")]
    [InlineData("sqlite:///")]
    [InlineData("z.db")]
    public void Another_store_is_refused_without_showing_its_password(string url)
    {
        var problem = Read(("DATABASE_URL", url), Good[1]).Problems.ShouldHaveSingleItem();

        problem.ShouldStartWith("DATABASE_URL is neither sqlite:///path/to/file.db nor postgresql://");
        problem.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("redis://cache.example", "redis://cache.example:6379/0", null, null)]
    [InlineData("redis://cache.example:6380/3", "redis://cache.example:6380/3", null, null)]
    [InlineData("redis://:p%40ss@cache.example", "redis://cache.example:6379/0", null, "p@ss")]
    [InlineData("redis://ann:secret@cache.example/", "redis://cache.example:6379/0", "ann", "secret")]
    public void A_Redis_address_has_everything(string url, string shown, string? user, string? password)
    {
        var redis = Read([.. Good, ("REDIS_URL", url), ("REDIS_HOST", "ignored")]).Settings.ShouldNotBeNull().Redis.ShouldNotBeNull();

        (redis.Shown, redis.User, redis.Password).ShouldBe((shown, user, password));
    }

    [Fact]
    public void Redis_can_be_told_in_parts()
    {
        var redis = Read([.. Good, ("REDIS_HOST", "cache"), ("REDIS_PORT", "6380"), ("REDIS_DB", "2"), ("REDIS_PASSWORD", "secret")])
            .Settings.ShouldNotBeNull().Redis;

        redis.ShouldBe(new RedisSettings("cache", 6380, 2, null, "secret"));
    }

    [Theory]
    [InlineData("cache:6379")]
    [InlineData("rediss://:secret@cache")]
    [InlineData("redis://:secret@cache/first")]
    [InlineData("redis://:secret@cache/1001")]
    public void An_address_of_something_else_than_Redis_is_refused_without_showing_its_password(string url)
    {
        var problem = Read([.. Good, ("REDIS_URL", url)]).Problems.ShouldHaveSingleItem();

        problem.ShouldStartWith("REDIS_URL is not of the form redis://:password@host:6379/0");
        problem.ShouldNotContain("secret");
    }

    static DatabaseSettings Database(params (string, string)[] settings) =>
        Read([Good[1], .. settings]).Settings.ShouldNotBeNull().Database;

    static (ZenzefiSettings? Settings, IReadOnlyList<string> Problems) Read(params (string, string)[] settings)
    {
        var reader = new SettingsReader(TestSettings.With(settings));
        return (ZenzefiSettings.Read(reader), reader.Problems);
    }
}
