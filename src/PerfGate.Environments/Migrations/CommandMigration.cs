namespace PerfGate.Environments.Migrations;

/// <summary>A migration by a tool that keeps its own journal.</summary>
public sealed record CommandMigration : Migration
{
    /// <summary>What migrates.</summary>
    public required Tool By { get; init; }

    /// <summary>Arguments that apply what is pending. The last line that it writes is reported.</summary>
    public required IReadOnlyList<string> Apply { get; init; }

    /// <summary>Arguments that prove that nothing is pending: with anything left, it ends with another code than 0.</summary>
    public required IReadOnlyList<string> Check { get; init; }

    /// <summary>
    /// For a tool whose check ends with 0 either way: a text that its output holds when nothing is pending, such as
    /// "(head)" of <c>alembic current</c>; null when the exit code tells.
    /// </summary>
    public string? CheckSays { get; init; }
}
