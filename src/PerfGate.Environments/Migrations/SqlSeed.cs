namespace PerfGate.Environments.Migrations;

/// <summary>Test data put there by a file of SQL, in one transaction.</summary>
public sealed record SqlSeed : Seed
{
    /// <summary>The file, relative to the checkout.</summary>
    public required string File { get; init; }
}
