namespace CoreVia.Api.Tests;

public sealed class LikingOnSqlite(SharedServer shared) : Liking(shared.Store);
