using System.Globalization;
using System.Text.Json;
using PerfGate.Environments.Docker;
using PerfGate.Environments.Life;

namespace PerfGate.Environments.Compose;

/// <summary>
/// What one run puts over the compose file: labels on everything, limits, random ports on loopback. It is JSON, which is YAML
/// whose quoting is not left to us.
/// </summary>
internal static class OverrideFile
{
    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    /// <summary>The file's text.</summary>
    public static string Text(ComposeDefinition definition, ComposeModel model, EnvironmentOptions options)
    {
        // What the compose tool reads it fills variables into: a dollar in a path is not one.
        var labels = Labels.Of(options, RunOwner.Us).ToDictionary(
            pair => pair.Key, pair => pair.Value.Replace("$", "$$", StringComparison.Ordinal), StringComparer.Ordinal);
        var labelled = new Dictionary<string, object>(StringComparer.Ordinal) { ["labels"] = labels };
        var file = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["services"] = model.Services.ToDictionary(service => service.Name, service => Service(service, definition, labels)),
            ["networks"] = model.Networks.ToDictionary(name => name, _ => labelled),
            ["volumes"] = model.Volumes.ToDictionary(name => name, _ => labelled),
        };
        if (model.Version is { } version)
        {
            file["version"] = version;
        }

        return JsonSerializer.Serialize(file, Readable);
    }

    static Dictionary<string, object> Service(
        ComposeServiceModel service, ComposeDefinition definition, Dictionary<string, string> labels)
    {
        var said = new Dictionary<string, object>(StringComparer.Ordinal) { ["labels"] = labels };
        if (service.IsBuilt)
        {
            said["build"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["labels"] = labels };
        }

        if (PortOf(service.Name, definition) is { } port)
        {
            said["ports"] = new[] { string.Create(CultureInfo.InvariantCulture, $"127.0.0.1::{port}") };
        }

        if (definition.Limits.GetValueOrDefault(service.Name) is { } limits)
        {
            if (limits.Cpus is { } cpus)
            {
                said["cpus"] = cpus;
            }

            if (limits.MemoryBytes is { } memory)
            {
                // With room in the swap, a system beyond its limit would be slow instead of dead.
                said["mem_limit"] = memory;
                said["memswap_limit"] = memory;
            }
        }

        return said;
    }

    static int? PortOf(string service, ComposeDefinition definition) =>
        string.Equals(service, definition.Services[0], StringComparison.Ordinal)
            ? definition.Port
            : definition.Stores.FirstOrDefault(store => string.Equals(store.Name, service, StringComparison.Ordinal))?.Port;
}
