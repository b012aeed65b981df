using PerfGate.Environments.Life;
using PerfGate.Environments.Migrations;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Compose;

/// <summary>Runs the tools of migrations and seeds beside, or inside, a project whose stores are up.</summary>
internal sealed class ComposeToolbox : IToolbox
{
    readonly Dictionary<string, string> assemblies = new(StringComparer.Ordinal);

    public required string Root { get; init; }

    public required ComposeProject Project { get; init; }

    public required ComposeDefinition Definition { get; init; }

    public required ComposePlaceholders Placeholders { get; init; }

    public required IReadOnlyList<StoreAddress> Stores { get; init; }

    public required ProjectPublisher Publisher { get; init; }

    public required RunFolders Folders { get; init; }

    public async Task PrepareAsync(Tool tool, CancellationToken ct)
    {
        if (tool is ProjectTool project && !assemblies.ContainsKey(project.File))
        {
            var name = Path.GetFileNameWithoutExtension(project.File);
            var folder = Folders.Published($"tool-{name}");
            await Publisher.PublishAsync(name, project.File, folder, Folders.Log($"build-{name}"), ct);
            assemblies[project.File] = ProjectPublisher.Assembly(name, project.File, folder);
        }
    }

    public async Task<ProcessResult> RunAsync(
        string log, Tool tool, IReadOnlyList<string> arguments, TimeSpan within, CancellationToken ct)
    {
        try
        {
            var result = await RunAsync(tool, [.. arguments.Select(Fill)], within, ct);
            await KeepAsync(result.Command, result.Tail);
            return result;
        }
        catch (ProcessFailedException exception)
        {
            await KeepAsync(exception.Command, exception.Tail);
            throw;
        }

        Task KeepAsync(string command, string output) =>
            File.AppendAllTextAsync(Folders.Log(FileName(log)), $"$ {command}\n{output}\n", CancellationToken.None);
    }

    public string Connection(string? store) => Stores
        .First(one => one.Store.Kind == StoreKind.PostgreSql
            && (store is null || string.Equals(one.Store.Name, store, StringComparison.Ordinal)))
        .Connection;

    Task<ProcessResult> RunAsync(Tool tool, IReadOnlyList<string> arguments, TimeSpan within, CancellationToken ct)
    {
        var variables = tool.Variables.ToDictionary(pair => pair.Key, pair => Fill(pair.Value), ChildEnvironment.Names);
        return tool switch
        {
            ServiceTool service => InContainerAsync(service),
            ProgramTool program => OnHostAsync(
                new ProcessCommand(program.Path, arguments) { WorkingDirectory = Path.GetFullPath(program.Folder ?? ".", Root) }),
            ProjectTool project => OnHostAsync(
                new ProcessCommand(Programs.DotNet, [assemblies[project.File], .. arguments]) { WorkingDirectory = Root }),
            _ => throw new InvalidOperationException($"Nothing is known about tools of type {tool.GetType().Name}."),
        };

        Task<ProcessResult> InContainerAsync(ServiceTool service)
        {
            // Values go through the tool's environment: a command line is for everybody to see.
            var project = Project with
            {
                Variables = new Dictionary<string, string>(
                    Project.Variables.Where(pair => !variables.ContainsKey(pair.Key)).Concat(variables), ChildEnvironment.Names),
            };
            var names = variables.Keys.SelectMany(name => new[] { "-e", name });
            return project.RunAsync(within, ["run", "--rm", "-T", .. names, service.Name, .. arguments], ct);
        }

        Task<ProcessResult> OnHostAsync(ProcessCommand command)
        {
            variables[ComposeProject.RunVariable] = Project.Variables[ComposeProject.RunVariable];
            return Project.Runner.RunAsync(
                command with { Variables = variables, PassThrough = Definition.PassThrough, Within = within }, ct);
        }
    }

    static string FileName(string log) => string.Join('-', log.Split(Path.GetInvalidFileNameChars()));

    string Fill(string text) => Placeholders.Fill(text, Stores);
}
