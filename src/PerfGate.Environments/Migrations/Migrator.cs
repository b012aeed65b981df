namespace PerfGate.Environments.Migrations;

/// <summary>Applies migrations, proves that nothing is pending, and seeds. Each step gives the name to remember it by.</summary>
internal sealed class Migrator(IToolbox toolbox, TimeProvider time, string definedIn)
{
    /// <summary>The steps of one migration, to be run in this order.</summary>
    public IEnumerable<Func<CancellationToken, Task<string>>> Steps(Migration migration) => migration switch
    {
        CommandMigration command => new CommandMigrator(toolbox, command, definedIn).Steps(),
        SqlMigration sql => new SqlMigrator(toolbox, sql, time, definedIn).Steps(),
        _ => throw new InvalidOperationException($"Nothing is known about migrations of type {migration.GetType().Name}."),
    };

    /// <summary>The steps of one seed, to be run in this order.</summary>
    public IEnumerable<Func<CancellationToken, Task<string>>> Steps(Seed seed) =>
        new Seeder(toolbox, seed, time, definedIn).Steps();
}
