using PerfGate.Environments.Checks;

namespace PerfGate.Environments.Embedded;

/// <summary>A system that runs as plain processes on loopback, with its stores embedded in a data folder.</summary>
public sealed record EmbeddedDefinition
{
    /// <summary>The services, in the order in which they are started. Users send their requests to the first.</summary>
    public required IReadOnlyList<ServiceDefinition> Services { get; init; }

    /// <summary>The migrations, in the order in which they are applied.</summary>
    public IReadOnlyList<MigrationDefinition> Migrations { get; init; } = [];

    /// <summary>
    /// Names, or patterns such as <c>FAULT_*</c>, of own variables that builds and services get. What looks like a secret is
    /// never handed on.
    /// </summary>
    public IReadOnlyList<string> PassThrough { get; init; } = [];

    /// <summary>How long building one service may take, waiting for other builds not counted; more than zero.</summary>
    public TimeSpan BuildWithin { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The file that this definition is written in, for error messages that say where a limit lives.</summary>
    public string DefinedIn { get; init; } = "the suite's environment";

    /// <summary>Everything that is wrong with this definition, as sentences; empty when nothing is.</summary>
    public IEnumerable<string> Problems() => DefinitionProblems.Of(this);

    /// <summary>
    /// What has to be so on this machine before it can come up: it has no problems, its projects are there, its ports are free.
    /// </summary>
    /// <param name="root">The checkout, where relative paths start.</param>
    public IReadOnlyList<IPreflightCheck> Checks(string root) =>
    [
        new SettingsCheck("environment", Problems),
        new FilesCheck(root, [.. Services.Select(service => service.Project).OfType<string>()], DefinedIn),
        new PortsCheck([.. Services.Select(service => service.Port)], DefinedIn),
    ];
}
