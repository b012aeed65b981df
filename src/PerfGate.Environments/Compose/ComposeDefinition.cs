using PerfGate.Environments.Checks;
using PerfGate.Environments.Migrations;

namespace PerfGate.Environments.Compose;

/// <summary>
/// A system that runs in containers, as a compose file says. Names, ports, labels and limits of a run are put over that file,
/// which stays as a person would use it.
/// </summary>
public sealed record ComposeDefinition
{
    /// <summary>The compose file, relative to the checkout.</summary>
    public required string File { get; init; }

    /// <summary>What is brought up first, and waited for until healthy.</summary>
    public IReadOnlyList<ComposeStore> Stores { get; init; } = [];

    /// <summary>What is brought up when the stores are migrated and seeded. Users send their requests to the first.</summary>
    public required IReadOnlyList<string> Services { get; init; }

    /// <summary>The container's port that the first service listens on; it gets a random one of 127.0.0.1.</summary>
    public required int Port { get; init; }

    /// <summary>The path of the first service that answers 200 to 399 when the system is ready; null for not asking.</summary>
    public string? ReadyPath { get; init; }

    /// <summary>How long the system may take to get ready; more than zero.</summary>
    public TimeSpan ReadyWithin { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long the stores may take to get healthy; more than zero.</summary>
    public TimeSpan HealthyWithin { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long publishing a project, building the images, or pulling them may take, each; more than zero.</summary>
    public TimeSpan BuildWithin { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The migrations, in the order in which they are applied.</summary>
    public IReadOnlyList<Migration> Migrations { get; init; } = [];

    /// <summary>What puts test data there, in this order, when everything is migrated.</summary>
    public IReadOnlyList<Seed> Seeds { get; init; } = [];

    /// <summary>Projects that are published before images are built.</summary>
    public IReadOnlyList<PublishedProject> Published { get; init; } = [];

    /// <summary>
    /// Variables of the compose file. <c>{run}</c> in a value is the run's id, <c>{data}</c> the run's data folder.
    /// </summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Names of variables whose values are masked in everything written. One that is not among <see cref="Variables"/> has to
    /// be set where the run is started, and is handed on: the only way for a secret of ours to reach the compose file.
    /// </summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Variables of the compose file that name images.</summary>
    public IReadOnlyList<ImageVariable> Images { get; init; } = [];

    /// <summary>The script that builds the stand-in images, relative to the checkout: named when an image is missing.</summary>
    public string StandInScript { get; init; } = "perf/stand-in-images.sh";

    /// <summary>Limits by service, stores included.</summary>
    public IReadOnlyDictionary<string, ServiceLimits> Limits { get; init; } =
        new Dictionary<string, ServiceLimits>(StringComparer.Ordinal);

    /// <summary>
    /// Names, or patterns such as <c>FAULT_*</c>, of own variables that the compose file gets. What looks like a secret is
    /// never handed on this way.
    /// </summary>
    public IReadOnlyList<string> PassThrough { get; init; } = [];

    /// <summary>The file that this definition is written in, for error messages that say where a limit lives.</summary>
    public string DefinedIn { get; init; } = "the suite's environment";

    /// <summary>Everything that is wrong with this definition, as sentences; empty when nothing is.</summary>
    public IEnumerable<string> Problems() => ComposeProblems.Of(this);

    /// <summary>
    /// What has to be so on this machine before it can come up: no problems, files and variables there, an engine and a compose
    /// tool that answer, a compose file that is valid, images that are there or can be had.
    /// </summary>
    /// <param name="root">The checkout, where relative paths start.</param>
    /// <param name="time">The clock to wait on.</param>
    public IReadOnlyList<IPreflightCheck> Checks(string root, TimeProvider time) => ComposeChecks.Of(this, root, time);
}
