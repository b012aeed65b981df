namespace PerfGate.Environments.Migrations;

/// <summary>Test data put there by a tool.</summary>
public sealed record CommandSeed : Seed
{
    /// <summary>What seeds.</summary>
    public required Tool By { get; init; }

    /// <summary>Its arguments. The last line that it writes is reported.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];
}
