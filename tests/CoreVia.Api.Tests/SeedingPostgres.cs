namespace CoreVia.Api.Tests;

public sealed class SeedingPostgres(PostgresCluster cluster) : Seeding(cluster);
