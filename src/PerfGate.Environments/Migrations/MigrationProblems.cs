using PerfGate.Environments.Compose;

namespace PerfGate.Environments.Migrations;

/// <summary>What can be wrong with migrations and seeds, found without starting anything.</summary>
internal static class MigrationProblems
{
    public static IEnumerable<string> Of(Migration migration, ComposeDefinition definition)
    {
        var who = $"Migration '{migration.Name}'";
        var problems = migration switch
        {
            CommandMigration command => OfTool(who, command.By, [.. command.Apply, .. command.Check], definition),
            SqlMigration sql => OfStore(who, sql.Store, definition),
            _ => [],
        };
        return problems.Concat(OfLimit(who, migration.Within));
    }

    public static IEnumerable<string> Of(Seed seed, ComposeDefinition definition)
    {
        var who = $"Seed '{seed.Name}'";
        var problems = seed is CommandSeed command ? OfTool(who, command.By, command.Arguments, definition) : [];
        if (seed is SqlSeed || seed.Rows.Count > 0)
        {
            problems = problems.Concat(OfStore(who, seed.Store, definition));
        }

        return problems.Concat(OfLimit(who, seed.Within));
    }

    static IEnumerable<string> OfTool(string who, Tool tool, IReadOnlyList<string> arguments, ComposeDefinition definition)
    {
        foreach (var name in tool.Secrets.Where(name => !tool.Variables.ContainsKey(name)))
        {
            yield return $"{who}: Secrets names '{name}', which is not among its Variables.";
        }

        var texts = tool.Variables.Values.Concat(arguments);
        var unknowns = texts.SelectMany(text => ComposePlaceholders.Unknown(text, definition.Stores));
        foreach (var unknown in unknowns.Distinct(StringComparer.Ordinal))
        {
            yield return $"{who}: nothing is known to put in place of {unknown}. Known are {{data}}, {{run}} and, of stores with "
                + "a port, {port}, {url}, {connection}, {port:store}, {url:store} and {connection:store}.";
        }
    }

    static IEnumerable<string> OfStore(string who, string? store, ComposeDefinition definition)
    {
        var known = definition.Stores.Where(one => one.Kind == StoreKind.PostgreSql).Select(one => one.Name).ToList();
        if (known.Count == 0)
        {
            yield return $"{who} needs a PostgreSQL store, and there is none among Stores.";
        }
        else if (store is not null && !known.Contains(store, StringComparer.Ordinal))
        {
            yield return $"{who} names the store '{store}', which is no PostgreSQL store. There is: {string.Join(", ", known)}.";
        }
    }

    static IEnumerable<string> OfLimit(string who, TimeSpan within)
    {
        if (within <= TimeSpan.Zero)
        {
            yield return $"{who}: Within is {within}: it has to be more than zero.";
        }
    }
}
