namespace PerfGate.Environments.Embedded;

/// <summary>
/// One service of the system, run as a plain process. Values of <see cref="Variables"/> and <see cref="Arguments"/> may hold
/// <c>{data}</c> (the run's data folder), <c>{run}</c> (the run's id), <c>{port}</c> and <c>{url}</c> (this service's own),
/// and <c>{port:name}</c>, <c>{url:name}</c> (those of another service).
/// </summary>
public sealed record ServiceDefinition
{
    /// <summary>Small letters, digits and hyphens, beginning with a letter.</summary>
    public required string Name { get; init; }

    /// <summary>The .csproj to publish and run, relative to the checkout; null when <see cref="Program"/> is given.</summary>
    public string? Project { get; init; }

    /// <summary>
    /// A program to run as it is: a path relative to the checkout, or a name on PATH; null when <see cref="Project"/> is given.
    /// </summary>
    public string? Program { get; init; }

    /// <summary>What the program is started with, so that it serves.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Its variables. <c>ASPNETCORE_URLS</c> is <c>{url}</c> unless given here.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Names of those variables whose values are masked in everything written, beside those whose names look like secrets.
    /// </summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>The path that answers 200 to 399 when it is ready; null when running is being ready.</summary>
    public string? ReadyPath { get; init; }

    /// <summary>How long it may take to get ready; more than zero.</summary>
    public TimeSpan ReadyWithin { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Its port on loopback; 0 picks a free one.</summary>
    public int Port { get; init; }
}
