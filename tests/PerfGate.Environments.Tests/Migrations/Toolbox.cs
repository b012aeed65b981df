using PerfGate.Environments.Migrations;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Tests.Migrations;

/// <summary>Runs programs of this machine against one database.</summary>
internal sealed class Toolbox(string root, string connection) : IToolbox
{
    static readonly ProcessRunner Runner = new(TimeProvider.System);

    public string Root => root;

    public Task PrepareAsync(Tool tool, CancellationToken ct) => Task.CompletedTask;

    public Task<ProcessResult> RunAsync(string log, Tool tool, IReadOnlyList<string> arguments, TimeSpan within, CancellationToken ct) =>
        Runner.RunAsync(new ProcessCommand(((ProgramTool)tool).Path, arguments) { Within = within, WorkingDirectory = root }, ct);

    public string Connection(string? store) => connection;

    public async Task<string[]> RunAsync(Migration migration)
    {
        var names = new List<string>();
        foreach (var step in new Migrator(this, TimeProvider.System, "Suite.cs").Steps(migration))
        {
            names.Add(await step(CancellationToken.None));
        }

        return [.. names];
    }

    public async Task<string[]> RunAsync(Seed seed)
    {
        var names = new List<string>();
        foreach (var step in new Migrator(this, TimeProvider.System, "Suite.cs").Steps(seed))
        {
            names.Add(await step(CancellationToken.None));
        }

        return [.. names];
    }
}
