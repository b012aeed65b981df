namespace CoreVia.Api.Tests;

public sealed class RowByRowOnSqlite(SharedServer shared) : RowByRow(shared.Store);
