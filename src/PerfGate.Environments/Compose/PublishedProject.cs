namespace PerfGate.Environments.Compose;

/// <summary>
/// A .NET project that is published on this machine before images are built, because images hold no SDK.
/// </summary>
/// <param name="Project">The .csproj, relative to the checkout.</param>
/// <param name="Variable">The variable of the compose file that names the folder it was published to: a build's context.</param>
public sealed record PublishedProject(string Project, string Variable);
