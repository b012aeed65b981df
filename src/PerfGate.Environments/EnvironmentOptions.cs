using PerfGate.Environments.Processes;

namespace PerfGate.Environments;

/// <summary>For which run an environment is brought up, and where it may write.</summary>
public sealed record EnvironmentOptions
{
    /// <summary>The run's id: what <c>{run}</c> stands for in a definition.</summary>
    public required string RunId { get; init; }

    /// <summary>The suite's name: with the run's id, what containers are called after.</summary>
    public string Suite { get; init; } = "suite";

    /// <summary>The run's own folder: programs, data and logs live under it while the environment is up.</summary>
    public required string RunFolder { get; init; }

    /// <summary>
    /// The checkout: relative paths of a definition start here, and builds of one checkout wait for each other.
    /// </summary>
    public required string Root { get; init; }

    /// <summary>Whether the data folder outlives the environment.</summary>
    public bool KeepData { get; init; }

    /// <summary>How long a service may take to stop by itself before it is killed.</summary>
    public TimeSpan StopWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Where locks between processes live; each user of a machine has their own by default.</summary>
    public string LockFolder { get; init; } = Path.Combine(Path.GetTempPath(), $"perfgate-{Environment.UserName}");

    /// <summary>The variables that children's, and the place of the Docker engine, are taken from.</summary>
    internal IReadOnlyDictionary<string, string> Ambient { get; init; } = ChildEnvironment.Ambient();

    /// <summary>Told what is being done, a line at a time, secrets masked; null for nobody.</summary>
    public Action<string>? Echo { get; init; }
}
