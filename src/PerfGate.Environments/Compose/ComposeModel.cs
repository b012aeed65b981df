using System.Globalization;
using PerfGate.Environments.Processes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PerfGate.Environments.Compose;

/// <summary>What a compose file says, as far as we have to know, with all variables filled in.</summary>
/// <param name="Version">What the file itself says; null in newer files. What is put over a file has to repeat it.</param>
/// <param name="Services">Its services, those with profiles included.</param>
/// <param name="Networks">Networks that the project makes.</param>
/// <param name="Volumes">Volumes that the project makes.</param>
internal sealed record ComposeModel(
    string? Version,
    IReadOnlyList<ComposeServiceModel> Services,
    IReadOnlyList<string> Networks,
    IReadOnlyList<string> Volumes)
{
    const string DefaultNetwork = "default";
    static readonly TimeSpan Within = TimeSpan.FromSeconds(60);

    /// <summary>Asks the compose tool what the project's file says.</summary>
    /// <exception cref="EnvironmentException">The file is not there, or not valid: with the tool's own words.</exception>
    public static async Task<ComposeModel> ReadAsync(ComposeProject project, CancellationToken ct)
    {
        var file = project.Files[0];
        if (!File.Exists(file))
        {
            throw new EnvironmentException($"The compose file is not there: {file}.");
        }

        var raw = Parse(await File.ReadAllTextAsync(file, ct));
        var everything = project with
        {
            // A masked value need not be YAML any more.
            Runner = project.Runner.Unmasked(),
            Variables = new Dictionary<string, string>(project.Variables, ChildEnvironment.Names)
            {
                // Services with profiles are left out of what is printed unless all profiles are asked for.
                ["COMPOSE_PROFILES"] = string.Join(',', Profiles(raw)),
            },
        };
        var result = await everything.RunAsync(Within, ["config"], ct);
        if (result.ExitCode != 0)
        {
            var mask = project.Runner.Redactor;
            throw new ProcessFailedException(
                $"The compose file is not valid: {file}.", mask.Mask(result.Command), mask.Mask(result.Tail), result.ExitCode);
        }

        return Parse(result.Output) is { } said
            ? Of(said, Scalar(raw, "version"))
            : throw new EnvironmentException(
                $"What {project.Tool.Name} makes of {file} cannot be read.\n"
                + $"  See it: {string.Join(' ', project.Tool.Command)} --file {file} config");
    }

    /// <summary>The service of that name.</summary>
    public ComposeServiceModel? Find(string name) =>
        Services.FirstOrDefault(service => string.Equals(service.Name, name, StringComparison.Ordinal));

    internal static ComposeModel Of(YamlMappingNode root, string? version)
    {
        var services = Children(root, "services").Select(pair => Service(pair.Name, pair.Node)).ToList();
        var networks = Children(root, "networks").Where(pair => !IsExternal(pair.Node)).Select(pair => pair.Name);
        if (services.Exists(service => service.Networks.Contains(DefaultNetwork, StringComparer.Ordinal)))
        {
            networks = networks.Append(DefaultNetwork);
        }

        return new ComposeModel(
            version,
            services,
            [.. networks.Distinct(StringComparer.Ordinal)],
            [.. Children(root, "volumes").Where(pair => !IsExternal(pair.Node)).Select(pair => pair.Name)]);
    }

    internal static YamlMappingNode? Parse(string text)
    {
        try
        {
            var yaml = new YamlStream();
            using var reader = new StringReader(text);
            yaml.Load(reader);
            return yaml.Documents is [var document, ..] ? document.RootNode as YamlMappingNode : null;
        }
        catch (YamlException)
        {
            // The compose tool says better than we could what is wrong with it.
            return null;
        }
    }

    static ComposeServiceModel Service(string name, YamlNode node)
    {
        var networks = Node(node, "networks") switch
        {
            YamlMappingNode map => map.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value!),
            YamlSequenceNode list => list.Children.OfType<YamlScalarNode>().Select(key => key.Value!),
            _ => Node(node, "network_mode") is null ? [DefaultNetwork] : [],
        };
        return new ComposeServiceModel(
            name,
            Scalar(node, "image"),
            Node(node, "build") is not null,
            [.. networks],
            [.. (Node(node, "ports") as YamlSequenceNode ?? []).Select(HostPort).OfType<int>()]);
    }

    // 8080:80, 127.0.0.1:8080:80/tcp, or a map; a port of the container alone is published on a random one.
    static int? HostPort(YamlNode port)
    {
        var text = port switch
        {
            YamlScalarNode scalar when scalar.Value!.Split('/')[0].Split(':') is [.., var host, _] => host,
            YamlMappingNode => Scalar(port, "published"),
            _ => null,
        };
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
    }

    static bool IsExternal(YamlNode node) =>
        Node(node, "external") is { } external && (external is not YamlScalarNode scalar || scalar.Value is "true");

    static IEnumerable<string> Profiles(YamlMappingNode? root) => Children(root, "services")
        .SelectMany(service => Node(service.Node, "profiles") as YamlSequenceNode ?? [])
        .OfType<YamlScalarNode>()
        .Select(profile => profile.Value!)
        .Distinct(StringComparer.Ordinal);

    static IEnumerable<(string Name, YamlNode Node)> Children(YamlNode? node, string key) =>
        (Node(node, key) as YamlMappingNode)?.Children.Select(pair => (((YamlScalarNode)pair.Key).Value!, pair.Value)) ?? [];

    static YamlNode? Node(YamlNode? node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    static string? Scalar(YamlNode? node, string key) => (Node(node, key) as YamlScalarNode)?.Value;
}
