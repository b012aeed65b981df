using Zenzefi.Api.Tests.Support;

namespace Zenzefi.Api.Tests;

public sealed class SeedingPostgres(PostgresCluster cluster) : Seeding(cluster);
