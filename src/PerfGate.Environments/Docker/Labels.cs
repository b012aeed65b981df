using System.Globalization;
using PerfGate.Environments.Life;

namespace PerfGate.Environments.Docker;

/// <summary>
/// What we write on every container, network, volume and image of a run, so that a killed run's leftovers are found, and
/// only those.
/// </summary>
internal static class Labels
{
    public const string Project = "com.docker.compose.project";
    public const string Service = "com.docker.compose.service";
    public const string OneOff = "com.docker.compose.oneoff";

    public const string Ours = "perfgate.tool=perfgate";
    public const string Run = "perfgate.run";
    public const string Suite = "perfgate.suite";
    public const string Root = "perfgate.root";

    const string Tool = "perfgate.tool";
    const string Pid = "perfgate.pid";
    const string Started = "perfgate.started";
    const string Host = "perfgate.host";

    public static IReadOnlyDictionary<string, string> Of(EnvironmentOptions options, RunOwner owner) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Tool] = "perfgate",
            [Run] = options.RunId,
            [Suite] = options.Suite,
            [Root] = Path.GetFullPath(options.Root),
            [Host] = owner.Host,
            [Pid] = owner.Pid.ToString(CultureInfo.InvariantCulture),
            [Started] = owner.StartedAt.ToString("O", CultureInfo.InvariantCulture),
        };

    /// <summary>What a label of something says; empty when it has none of that name.</summary>
    public static string Value(EngineObject one, string label) => one.Labels.GetValueOrDefault(label) ?? "";

    /// <summary>Whose it is; null when the labels do not say.</summary>
    public static RunOwner? Owner(IReadOnlyDictionary<string, string> labels) => RunOwner.Parse(
        labels.GetValueOrDefault(Host), labels.GetValueOrDefault(Pid), labels.GetValueOrDefault(Started));
}
