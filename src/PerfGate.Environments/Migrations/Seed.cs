namespace PerfGate.Environments.Migrations;

/// <summary>
/// Test data put into a store, and counted afterwards: by a <see cref="CommandSeed"/> or from a file
/// (<see cref="SqlSeed"/>).
/// </summary>
public abstract record Seed
{
    private protected Seed()
    {
    }

    /// <summary>What the steps of the run call it.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// How many rows each of these tables has to hold afterwards, at least; a name may be qualified, as in
    /// <c>public.users</c>. Needs a PostgreSQL store.
    /// </summary>
    public IReadOnlyDictionary<string, long> Rows { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>The PostgreSQL store that is counted in, and that SQL goes to; null for the first.</summary>
    public string? Store { get; init; }

    /// <summary>How long seeding, and how long counting, may take; more than zero.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromMinutes(5);
}
