using System.Text.RegularExpressions;
using PerfGate.Environments.Migrations;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Compose;

/// <summary>What can be wrong with a definition, found without starting anything.</summary>
internal static partial class ComposeProblems
{
    public static IEnumerable<string> Of(ComposeDefinition definition) =>
        OfWhole(definition)
            .Concat(OfVariables(definition))
            .Concat(OfLimits(definition))
            .Concat(definition.Migrations.SelectMany(migration => MigrationProblems.Of(migration, definition)))
            .Concat(definition.Seeds.SelectMany(seed => MigrationProblems.Of(seed, definition)));

    static IEnumerable<string> OfWhole(ComposeDefinition definition)
    {
        if (string.IsNullOrWhiteSpace(definition.File))
        {
            yield return "File is empty: name the compose file, relative to the checkout.";
        }

        if (definition.Services.Count == 0)
        {
            yield return "The environment has no services: give it at least the one that users talk to.";
        }

        foreach (var name in Names(definition).Where(name => !ServiceName().IsMatch(name)))
        {
            yield return $"'{name}' cannot be a service of a compose file: letters, digits, '.', '_' and '-', and no others.";
        }

        foreach (var name in Names(definition).GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            yield return $"'{name.Key}' is named twice among Stores and Services.";
        }

        if (definition.Port is < 1 or > 65_535)
        {
            yield return $"Port is {definition.Port}: it is the container's port, 1 to 65535.";
        }

        foreach (var store in definition.Stores.Where(store => store.Port is < 1 or > 65_535))
        {
            yield return $"Store '{store.Name}' has port {store.Port}: it is the container's port, 1 to 65535.";
        }

        if (definition.ReadyPath is { } path && !path.StartsWith('/'))
        {
            yield return $"ReadyPath '{path}' has to begin with '/'.";
        }

        foreach (var (name, limit) in Times(definition).Where(pair => pair.Limit <= TimeSpan.Zero))
        {
            yield return $"{name} is {limit}: it has to be more than zero.";
        }
    }

    static IEnumerable<string> OfVariables(ComposeDefinition definition)
    {
        foreach (var name in definition.PassThrough.Where(SecretNames.Match))
        {
            yield return $"PassThrough names '{name}', which looks like a secret. "
                + "Secrets of the build are not handed on, unless they are among Secrets.";
        }

        var set = definition.Variables.Keys
            .Concat(definition.Images.Select(image => image.Variable))
            .Concat(definition.Published.Select(project => project.Variable));
        foreach (var name in set.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            yield return $"The variable '{name.Key}' is set twice, among Variables, Images and Published.";
        }

        foreach (var unknown in definition.Variables.Values.SelectMany(ComposePlaceholders.UnknownInVariables))
        {
            yield return $"Nothing is known to put in place of {unknown} in Variables. Known are {{data}} and {{run}}.";
        }
    }

    static IEnumerable<string> OfLimits(ComposeDefinition definition)
    {
        const long LeastMemory = 6L << 20;
        foreach (var (service, limits) in definition.Limits)
        {
            if (!Names(definition).Contains(service, StringComparer.Ordinal))
            {
                yield return $"Limits names '{service}', which is neither among Stores nor among Services.";
            }

            if (limits.Cpus is <= 0)
            {
                yield return $"The limit of '{service}' is {limits.Cpus} processors: it has to be more than zero.";
            }

            if (limits.MemoryBytes is < LeastMemory)
            {
                yield return $"The limit of '{service}' is {limits.MemoryBytes} bytes of memory: "
                    + "6 MiB is the least that the engine takes.";
            }
        }
    }

    static IEnumerable<string> Names(ComposeDefinition definition) =>
        definition.Stores.Select(store => store.Name).Concat(definition.Services);

    static IEnumerable<(string Name, TimeSpan Limit)> Times(ComposeDefinition definition) =>
    [
        (nameof(definition.ReadyWithin), definition.ReadyWithin),
        (nameof(definition.HealthyWithin), definition.HealthyWithin),
        (nameof(definition.BuildWithin), definition.BuildWithin),
    ];

    [GeneratedRegex("^[a-zA-Z0-9][a-zA-Z0-9._-]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ServiceName();
}
