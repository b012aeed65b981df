namespace PerfGate.Environments.Migrations;

/// <summary>
/// A store brought to its newest shape: what is pending is applied, and then it is proved that nothing is. There are two
/// kinds: by a <see cref="CommandMigration"/> or from a folder of SQL files (<see cref="SqlMigration"/>).
/// </summary>
public abstract record Migration
{
    private protected Migration()
    {
    }

    /// <summary>What the steps of the run call it.</summary>
    public required string Name { get; init; }

    /// <summary>How long applying, and how long proving, may take; more than zero.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromMinutes(2);
}
