namespace CoreVia.Api.Tests;

public sealed class RowByRowOnPostgres(PostgresCluster cluster) : RowByRow(cluster);
