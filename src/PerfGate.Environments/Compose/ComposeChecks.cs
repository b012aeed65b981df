using PerfGate.Environments.Checks;
using PerfGate.Environments.Docker;
using PerfGate.Environments.Migrations;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Compose;

/// <summary>The checklist of a compose environment.</summary>
internal static class ComposeChecks
{
    public static IReadOnlyList<IPreflightCheck> Of(ComposeDefinition definition, string root, TimeProvider time) =>
        Of(definition, root, time, ChildEnvironment.Ambient());

    public static IReadOnlyList<IPreflightCheck> Of(
        ComposeDefinition definition, string root, TimeProvider time, IReadOnlyDictionary<string, string> ambient)
    {
        var problems = definition.Problems().Concat(MissingFolders(definition, root)).ToList();
        var checks = new List<IPreflightCheck>
        {
            new SettingsCheck("environment", () => problems),
            new FilesCheck(root, Files(definition), definition.DefinedIn),
            new SettingsCheck("variables", () => MissingVariables(definition, ambient)),
            new EngineCheck(ambient),
        };
        if (problems.Count == 0)
        {
            checks.Add(new ComposeFileCheck(definition, root, time, ambient));
        }

        return checks;
    }

    static IReadOnlyList<string> Files(ComposeDefinition definition) =>
    [
        definition.File,
        .. definition.Published.Select(project => project.Project),
        .. ComposeSetup.Tools(definition).OfType<ProjectTool>().Select(tool => tool.File),
        .. definition.Seeds.OfType<SqlSeed>().Select(seed => seed.File),
    ];

    static IEnumerable<string> MissingFolders(ComposeDefinition definition, string root) => definition.Migrations
        .OfType<SqlMigration>()
        .Select(migration => (migration.Name, Folder: Path.GetFullPath(migration.Folder, root)))
        .Where(one => !Directory.Exists(one.Folder))
        .Select(one =>
            $"The folder of migration '{one.Name}' is not there: {one.Folder}. It is written in {definition.DefinedIn}.");

    static IEnumerable<string> MissingVariables(
        ComposeDefinition definition, IReadOnlyDictionary<string, string> ambient) => definition.Secrets
        .Where(name => !definition.Variables.ContainsKey(name) && string.IsNullOrEmpty(ambient.GetValueOrDefault(name)))
        .Select(name => $"{name} is not set. {definition.DefinedIn} hands it on to {definition.File}: export {name}=…");
}
