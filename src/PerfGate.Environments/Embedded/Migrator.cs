using PerfGate.Environments.Life;
using PerfGate.Environments.Processes;

namespace PerfGate.Environments.Embedded;

/// <summary>Brings a store to its newest shape, proves that, and seeds it: one step each, to be run in that order.</summary>
internal sealed class Migrator(ProcessRunner runner, ServiceCommands commands, RunFolders folders)
{
    /// <summary>The steps of one migration; each gives the name it is to be remembered by.</summary>
    public IEnumerable<Func<CancellationToken, Task<string>>> Steps(MigrationDefinition migration, ServiceInstance service)
    {
        yield return async ct =>
        {
            var applied = await RunAsync("could not be applied", migration.Apply, ct);
            return applied.LastLine is { } line ? $"migrate {migration.Name}: {line}" : $"migrate {migration.Name}";
        };
        yield return async ct =>
        {
            await RunAsync("is not complete: its check says that something is pending", migration.Check, ct);
            return $"check {migration.Name}: nothing pending";
        };
        if (migration.Seed is { } seed)
        {
            yield return async ct =>
            {
                await RunAsync("left the store without its test data", seed, ct);
                return $"seed {migration.Name}";
            };
        }

        async Task<ProcessResult> RunAsync(string otherwise, IReadOnlyList<string> arguments, CancellationToken ct)
        {
            var result = await runner.RunAsync(commands.Of(service, arguments) with { Within = migration.Within }, ct);
            await File.AppendAllTextAsync(folders.Log($"migrate-{service.Name}"), $"$ {result.Command}\n{result.Tail}\n", ct);
            return result.ExitCode == 0
                ? result
                : throw new ProcessFailedException(
                    $"Migration '{migration.Name}' {otherwise} (exit code {result.ExitCode}).",
                    result.Command,
                    result.Tail,
                    result.ExitCode);
        }
    }
}
