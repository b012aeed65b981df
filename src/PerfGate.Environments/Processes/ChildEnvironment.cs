using System.Collections;
using System.IO.Enumeration;

namespace PerfGate.Environments.Processes;

/// <summary>
/// The variables a child sees. Curated rather than inherited, so that a run does not depend on the shell that started it,
/// and so that tokens of the build stay in the build.
/// </summary>
internal static class ChildEnvironment
{
    /// <summary>
    /// Every descendant carries it, so that it is found when it has lost its parent: the marks of all its ancestors that we
    /// started, the nearest last, because what we start may start processes by these same means.
    /// </summary>
    public const string Mark = "PERFGATE_CHILD";

    static readonly string[] Everywhere =
    [
        "PATH", "HOME", "USER", "LANG", "LC_*", "TMPDIR", "TEMP", "TMP", "TZ",
        "DOTNET_ROOT", "DOTNET_ROOT_*", "DOTNET_CLI_*", "DOTNET_NOLOGO", "NUGET_PACKAGES", Mark,
    ];

    static readonly string[] OnWindows =
    [
        "SystemRoot", "SystemDrive", "windir", "ComSpec", "PATHEXT", "USERNAME", "USERPROFILE", "APPDATA", "LOCALAPPDATA",
        "ProgramData", "ProgramFiles*", "CommonProgramFiles*", "NUMBER_OF_PROCESSORS", "PROCESSOR_*",
    ];

    /// <summary>What a build needs to reach its packages; a system under test gets none of it.</summary>
    public static readonly IReadOnlyList<string> ForBuilds =
    [
        "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "all_proxy", "no_proxy",
        "SSL_CERT_FILE", "SSL_CERT_DIR", "NUGET_*", "CI",
    ];

    public static StringComparer Names { get; } =
        OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    public static Dictionary<string, string> Ambient() => Environment
        .GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(pair => (string)pair.Key, pair => (string?)pair.Value ?? "", Names);

    public static Dictionary<string, string> Compose(IReadOnlyDictionary<string, string> ambient, ProcessCommand command)
    {
        var composed = new Dictionary<string, string>(Names);
        foreach (var (name, value) in ambient)
        {
            if (IsCurated(name) || (Matches(command.PassThrough, name) && !SecretNames.Match(name)))
            {
                composed[name] = value;
            }
        }

        foreach (var (name, value) in command.Variables)
        {
            composed[name] = value;
        }

        return composed;
    }

    static bool IsCurated(string name) =>
        Matches(Everywhere, name) || (OperatingSystem.IsWindows() && Matches(OnWindows, name));

    static bool Matches(IReadOnlyList<string> patterns, string name) =>
        patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name, OperatingSystem.IsWindows()));
}
