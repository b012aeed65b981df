namespace CoreVia.Api.Tests;

public sealed class PlayingOnSqlite(SharedServer shared) : PlayingTheLoadSuite(shared.Store);
