using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Zenzefi.Api.Data;

/// <summary>The schema on SQLite, which has no decimals: money is stored as whole hundredths.</summary>
internal sealed class SqliteZenzefiDb(DbContextOptions<SqliteZenzefiDb> options) : ZenzefiDb(options)
{
    const int ConstraintUnique = 2067;

    public override bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteExtendedErrorCode: ConstraintUnique };

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<decimal>().HaveConversion<HundredthsConverter>();
        configurationBuilder.Properties<TransactionType>().HaveConversion<UpperCaseNameConverter>();
    }
}
