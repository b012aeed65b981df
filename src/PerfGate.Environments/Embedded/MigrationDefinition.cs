namespace PerfGate.Environments.Embedded;

/// <summary>
/// A store brought to its newest shape by a service's own program, run once for each of these argument lists with that
/// service's variables. Each ends with 0, or the environment does not come up.
/// </summary>
public sealed record MigrationDefinition
{
    /// <summary>What the steps of the run call it.</summary>
    public required string Name { get; init; }

    /// <summary>The service whose program migrates; null for the first.</summary>
    public string? Service { get; init; }

    /// <summary>Arguments that apply what is pending.</summary>
    public required IReadOnlyList<string> Apply { get; init; }

    /// <summary>Arguments that prove that nothing is pending: with anything left, it ends with another code than 0.</summary>
    public required IReadOnlyList<string> Check { get; init; }

    /// <summary>Arguments that put test data there, run last; null when the system needs none.</summary>
    public IReadOnlyList<string>? Seed { get; init; }

    /// <summary>How long each of them may take; more than zero.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromMinutes(2);
}
