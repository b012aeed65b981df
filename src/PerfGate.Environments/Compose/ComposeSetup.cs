using PerfGate.Environments.Docker;
using PerfGate.Environments.Migrations;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Compose;

/// <summary>What the compose tool is started with, in a run as in the checks before it.</summary>
internal static class ComposeSetup
{
    // A password of a store that is thrown away may be the store's own name: masking that would make logs unreadable.
    const int ShortestStorePassword = 8;

    /// <summary>Masks the secrets of the build, of the compose file, of stores and of tools.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="ambient">Variables of the build.</param>
    /// <param name="placeholders">What a secret becomes is secret as well.</param>
    public static Redactor Redactor(
        ComposeDefinition definition, IReadOnlyDictionary<string, string> ambient, ComposePlaceholders placeholders)
    {
        var handedOn = definition.Secrets
            .Where(ambient.ContainsKey)
            .ToDictionary(name => name, name => ambient[name], StringComparer.Ordinal);
        var stores = definition.Stores
            .Where(store => store.Password is { Length: >= ShortestStorePassword })
            .Where(store => store.Password != store.User && store.Password != store.Database)
            .ToDictionary(store => store.Name, store => store.Password!, StringComparer.Ordinal);
        var redactor = Processes.Redactor.OfVariables(ambient)
            .With(handedOn, definition.Secrets)
            .With(Filled(definition.Variables), definition.Secrets)
            .With(stores, stores.Keys);
        return Tools(definition).Aggregate(redactor, (masked, tool) => masked.With(Filled(tool.Variables), tool.Secrets));

        Dictionary<string, string> Filled(IReadOnlyDictionary<string, string> variables) =>
            variables.ToDictionary(pair => pair.Key, pair => placeholders.Fill(pair.Value), StringComparer.Ordinal);
    }

    /// <summary>What runs migrations and seeds.</summary>
    public static IEnumerable<Tool> Tools(ComposeDefinition definition) =>
        definition.Migrations.OfType<CommandMigration>().Select(migration => migration.By)
            .Concat(definition.Seeds.OfType<CommandSeed>().Select(seed => seed.By));

    /// <summary>The services that a run needs, in the order in which it needs them.</summary>
    public static IReadOnlyList<string> Services(ComposeDefinition definition) =>
    [
        .. definition.Stores.Select(store => store.Name)
            .Concat(Tools(definition).OfType<ServiceTool>().Select(tool => tool.Name))
            .Concat(definition.Services)
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The compose file alone, under the run's project name.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="options">The run.</param>
    /// <param name="tool">What is to be run.</param>
    /// <param name="runner">Runs it.</param>
    /// <param name="filled">Variables whose values depend on the run or on the machine.</param>
    /// <param name="placeholders">Fills in the others.</param>
    public static ComposeProject Project(
        ComposeDefinition definition,
        EnvironmentOptions options,
        ComposeTool tool,
        ProcessRunner runner,
        IEnumerable<KeyValuePair<string, string>> filled,
        ComposePlaceholders placeholders)
    {
        var variables = new Dictionary<string, string>(ChildEnvironment.Names) { [ComposeProject.RunVariable] = options.RunId };
        foreach (var name in definition.Secrets.Where(options.Ambient.ContainsKey))
        {
            variables[name] = options.Ambient[name];
        }

        foreach (var (name, value) in definition.Variables)
        {
            variables[name] = placeholders.Fill(value);
        }

        foreach (var (name, value) in filled.Concat(DockerEndpoint.Variables(DockerEndpoint.Find(options.Ambient))))
        {
            variables[name] = value;
        }

        return new ComposeProject
        {
            Tool = tool,
            Runner = runner,
            Name = ComposeProject.NameOf(options.Suite, options.RunId),
            Files = [Path.GetFullPath(definition.File, options.Root)],
            Variables = variables,
            PassThrough = definition.PassThrough,
        };
    }

    /// <summary>What is missing in a compose file that a definition counts on, as a sentence; null when nothing is.</summary>
    public static string? Missing(ComposeDefinition definition, ComposeModel model)
    {
        var missing = Services(definition).Where(name => model.Find(name) is null).ToList();
        return missing.Count == 0
            ? null
            : $"{definition.File} has no service {string.Join(", ", missing.Select(name => $"'{name}'"))}, "
                + $"which {definition.DefinedIn} names. "
                + $"It has: {string.Join(", ", model.Services.Select(service => service.Name))}.";
    }

    /// <summary>What to do about an image that is not there; names the script that builds stand-ins where there is one.</summary>
    public static string HowToGetImages(ComposeDefinition definition, string root)
    {
        var variables = definition.Images.Count == 0
            ? ""
            : $", or name other images ({string.Join(", ", definition.Images.Select(image => image.Variable))})";
        return File.Exists(Path.GetFullPath(definition.StandInScript, root))
            ? $"Build stand-ins on this machine: {definition.StandInScript}{variables}."
            : $"Log in to the registry, or load the image (docker load){variables}.";
    }
}
