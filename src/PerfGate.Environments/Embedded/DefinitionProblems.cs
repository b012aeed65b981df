using System.Text.RegularExpressions;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Embedded;

/// <summary>What can be wrong with a definition, found without starting anything.</summary>
internal static partial class DefinitionProblems
{
    public static IEnumerable<string> Of(EmbeddedDefinition definition) =>
        OfWhole(definition)
            .Concat(definition.Services.SelectMany(service => OfService(service, definition)))
            .Concat(definition.Migrations.SelectMany(migration => OfMigration(migration, definition)));

    static IEnumerable<string> OfWhole(EmbeddedDefinition definition)
    {
        if (definition.Services.Count == 0)
        {
            yield return "The environment has no services: give it at least the one that users talk to.";
        }

        foreach (var name in Repeated(definition.Services.Select(service => service.Name)))
        {
            yield return $"Two services are called '{name}'.";
        }

        foreach (var port in Repeated(definition.Services.Select(service => service.Port).Where(port => port > 0)))
        {
            yield return $"Two services want port {port}. Port = 0 picks a free one.";
        }

        foreach (var name in definition.PassThrough.Where(SecretNames.Match))
        {
            yield return $"PassThrough names '{name}', which looks like a secret. "
                + "Secrets of the build are not handed on: declare the variable at its service.";
        }

        if (definition.BuildWithin <= TimeSpan.Zero)
        {
            yield return $"BuildWithin is {definition.BuildWithin}: it has to be more than zero.";
        }
    }

    static IEnumerable<string> OfService(ServiceDefinition service, EmbeddedDefinition definition)
    {
        var who = $"Service '{service.Name}'";
        if (!ServiceName().IsMatch(service.Name))
        {
            yield return $"{who}: a name is small letters, digits and hyphens, and begins with a letter.";
        }

        if (service.Project is null == service.Program is null)
        {
            yield return $"{who} needs either Project (a .csproj) or Program, and not both.";
        }

        if (service.ReadyPath is { } path && !path.StartsWith('/'))
        {
            yield return $"{who}: ReadyPath '{path}' has to begin with '/'.";
        }

        if (service.ReadyWithin <= TimeSpan.Zero)
        {
            yield return $"{who}: ReadyWithin is {service.ReadyWithin}: it has to be more than zero.";
        }

        if (service.Port is < 0 or > 65_535)
        {
            yield return $"{who}: port {service.Port} is not between 0 (pick a free one) and 65535.";
        }

        foreach (var name in service.Secrets.Where(name => !service.Variables.ContainsKey(name)))
        {
            yield return $"{who}: Secrets names '{name}', which is not among its Variables.";
        }

        var names = definition.Services.Select(other => other.Name).ToList();
        var texts = service.Variables.Values.Concat(service.Arguments);
        foreach (var unknown in texts.SelectMany(text => Placeholders.Unknown(text, names)).Distinct(StringComparer.Ordinal))
        {
            yield return $"{who}: nothing is known to put in place of {unknown}. "
                + "Known are {data}, {run}, {port}, {url}, {port:service} and {url:service}.";
        }
    }

    static IEnumerable<string> OfMigration(MigrationDefinition migration, EmbeddedDefinition definition)
    {
        var who = $"Migration '{migration.Name}'";
        var names = definition.Services.Select(service => service.Name);
        if (migration.Service is { } name && !names.Contains(name, StringComparer.Ordinal))
        {
            yield return $"{who} is to be run by service '{name}', which there is not.";
        }

        if (migration.Within <= TimeSpan.Zero)
        {
            yield return $"{who}: Within is {migration.Within}: it has to be more than zero.";
        }
    }

    static IEnumerable<T> Repeated<T>(IEnumerable<T> items) =>
        items.GroupBy(item => item).Where(group => group.Skip(1).Any()).Select(group => group.Key);

    [GeneratedRegex("^[a-z][a-z0-9-]{0,62}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ServiceName();
}
