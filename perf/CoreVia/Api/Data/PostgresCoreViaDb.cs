using Microsoft.EntityFrameworkCore;

namespace CoreVia.Api.Data;

/// <summary>The schema on PostgreSQL: enum types, and timestamps without zone.</summary>
internal sealed class PostgresCoreViaDb(DbContextOptions<PostgresCoreViaDb> options) : CoreViaDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveColumnType("timestamp without time zone");
    }
}
