namespace CoreVia.Api.Tests;

public sealed class MigratingPostgres(PostgresCluster cluster) : Migrating(cluster)
{
    protected override string IndexNames => """SELECT indexname AS "Value" FROM pg_indexes WHERE indexname LIKE 'IX%'""";
}
