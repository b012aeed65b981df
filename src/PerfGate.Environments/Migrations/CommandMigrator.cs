using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Migrations;

/// <summary>Migrates by a tool that keeps its own journal, and lets it prove that nothing is pending.</summary>
internal sealed class CommandMigrator(IToolbox toolbox, CommandMigration migration, string definedIn)
{
    public IEnumerable<Func<CancellationToken, Task<string>>> Steps() => [ApplyAsync, ProveAsync];

    async Task<string> ApplyAsync(CancellationToken ct)
    {
        await toolbox.PrepareAsync(migration.By, ct);
        var applied = await RunAsync(migration.Apply, "could not be applied", ct);
        return applied.LastLine is { } line ? $"migrate {migration.Name}: {line}" : $"migrate {migration.Name}";
    }

    async Task<string> ProveAsync(CancellationToken ct)
    {
        const string Pending = "is not complete: its check says that something is pending";
        var check = await RunAsync(migration.Check, Pending, ct);
        return migration.CheckSays is not { } said || check.Tail.Contains(said, StringComparison.Ordinal)
            ? $"check {migration.Name}: nothing pending"
            : throw new ProcessFailedException(
                $"Migration '{migration.Name}' {Pending}: it does not say '{said}'.", check.Command, check.Tail, check.ExitCode);
    }

    async Task<ProcessResult> RunAsync(IReadOnlyList<string> arguments, string otherwise, CancellationToken ct)
    {
        var result = await AttemptAsync(arguments, otherwise, ct);
        return result.ExitCode == 0
            ? result
            : throw new ProcessFailedException(
                $"Migration '{migration.Name}' {otherwise} (exit code {result.ExitCode}).",
                result.Command,
                result.Tail,
                result.ExitCode);
    }

    async Task<ProcessResult> AttemptAsync(IReadOnlyList<string> arguments, string otherwise, CancellationToken ct)
    {
        try
        {
            return await toolbox.RunAsync($"migrate-{migration.Name}", migration.By, arguments, migration.Within, ct);
        }
        catch (ProcessFailedException exception)
        {
            throw new EnvironmentException(
                $"Migration '{migration.Name}' {otherwise}. {exception.Message}\n"
                + $"  How long it may take is Within in {definedIn}.",
                exception);
        }
    }
}
