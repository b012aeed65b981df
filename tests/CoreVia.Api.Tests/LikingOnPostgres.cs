namespace CoreVia.Api.Tests;

public sealed class LikingOnPostgres(PostgresCluster cluster) : Liking(cluster);
