using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Zenzefi.Api.Data;

/// <summary>The schema on PostgreSQL: numeric(10,2), timestamps without zone and an enum type for transactions.</summary>
internal sealed class PostgresZenzefiDb(DbContextOptions<PostgresZenzefiDb> options) : ZenzefiDb(options)
{
    public override bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<decimal>().HavePrecision(10, 2);
        configurationBuilder.Properties<DateTime>().HaveColumnType("timestamp without time zone");
    }
}
