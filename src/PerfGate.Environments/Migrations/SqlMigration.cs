namespace PerfGate.Environments.Migrations;

/// <summary>
/// A folder of SQL files against PostgreSQL. Files <c>*.sql</c> are applied in ordinal order of their names, each once, each
/// in one transaction, and written to the table <c>perfgate_migrations</c> with a checksum of their text. A file that was
/// applied and has changed since, or is gone, is refused. Runs that migrate one database at a time wait for each other.
/// </summary>
public sealed record SqlMigration : Migration
{
    /// <summary>The folder, relative to the checkout.</summary>
    public required string Folder { get; init; }

    /// <summary>The PostgreSQL store; null for the first.</summary>
    public string? Store { get; init; }
}
