namespace CoreVia.Api.Tests;

public sealed class MigratingSqlite(SharedServer shared) : Migrating(shared.Store)
{
    protected override string IndexNames => "SELECT name AS Value FROM sqlite_master WHERE type = 'index' AND name LIKE 'IX%'";
}
