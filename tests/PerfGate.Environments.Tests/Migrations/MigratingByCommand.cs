using PerfGate.Environments.Migrations;
using PerfGate.Environments.Processes;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Migrations;

public sealed class MigratingByCommand : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_the_tool_says_last_is_reported_and_its_check_proves_it() =>
        (await RunAsync("echo 4 applied", "exit 0")).ShouldBe(["migrate schema: 4 applied", "check schema: nothing pending"]);

    [Fact]
    public async Task A_tool_that_fails_is_told_with_its_output()
    {
        var failure = await Should.ThrowAsync<ProcessFailedException>(() => RunAsync("echo no such column >&2; exit 9", "exit 0"));

        failure.Message.ShouldContain("Migration 'schema' could not be applied (exit code 9).");
        failure.Message.ShouldContain("no such column");
    }

    [Fact]
    public async Task Something_still_pending_is_an_error()
    {
        var failure = await Should.ThrowAsync<ProcessFailedException>(() => RunAsync("exit 0", "echo 1 pending; exit 3"));

        failure.Message.ShouldContain("Migration 'schema' is not complete: its check says that something is pending (exit code 3).");
    }

    [Fact]
    public async Task A_check_that_always_ends_with_0_is_judged_by_what_it_says()
    {
        (await RunAsync("exit 0", "echo 'ab12 (head)'", says: "(head)")).ShouldContain("check schema: nothing pending");

        (await Should.ThrowAsync<ProcessFailedException>(() => RunAsync("exit 0", "echo ab11", says: "(head)")))
            .Message.ShouldContain("something is pending: it does not say '(head)'.");
    }

    [Fact]
    public async Task One_that_hangs_is_killed_and_told_with_its_limit_and_output()
    {
        var failure = await Should.ThrowAsync<EnvironmentException>(
            () => RunAsync("echo waiting for a lock; exec sleep 60", "exit 0", within: TimeSpan.FromMilliseconds(500)));

        failure.Message.ShouldContain("Migration 'schema' could not be applied. '/bin/sh' was killed: it ran longer than the 500 ms that it may take.");
        failure.Message.ShouldContain("waiting for a lock");
        failure.Message.ShouldContain("Within in Suite.cs");
    }

    [Fact]
    public async Task One_that_is_not_installed_is_told_by_name()
    {
        var migration = new CommandMigration { Name = "schema", By = Tool.Program("alembic-that-is-not-here"), Apply = ["upgrade", "head"], Check = ["check"] };

        (await Should.ThrowAsync<EnvironmentException>(() => new Toolbox(folder.Root, "").RunAsync(migration)))
            .Message.ShouldContain("'alembic-that-is-not-here' was not found. Is it installed, and on PATH?");
    }

    Task<string[]> RunAsync(string apply, string check, string? says = null, TimeSpan? within = null) =>
        new Toolbox(folder.Root, "").RunAsync(new CommandMigration
        {
            Name = "schema",
            By = Tool.Program("/bin/sh"),
            Apply = ["-c", apply],
            Check = ["-c", check],
            CheckSays = says,
            Within = within ?? TimeSpan.FromSeconds(30),
        });
}
