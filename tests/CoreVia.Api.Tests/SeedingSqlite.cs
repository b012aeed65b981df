namespace CoreVia.Api.Tests;

public sealed class SeedingSqlite(SharedServer shared) : Seeding(shared.Store);
