using System.Diagnostics;
using PerfGate.Environments.Processes;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Processes;

public sealed class RunningAService : IDisposable
{
    readonly ProcessRunner runner = new(TimeProvider.System) { Redactor = Redactor.Of("hunter2") };
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Its_output_is_in_the_log_file_while_it_runs_and_in_the_tail_with_secrets_masked()
    {
        await using var service = runner.StartService("api", Shell.Script("echo hello hunter2; sleep 60"), folder.Root);

        await Shell.Eventually(() => File.ReadAllText(service.LogFile).Length > 0);

        File.ReadAllText(folder.At("api.log")).Trim().ShouldBe("hello ***");
        service.Tail.ShouldBe("hello ***");
    }

    [Fact]
    public async Task It_is_asked_to_end_by_SIGTERM()
    {
        await using var service = runner.StartService("api", Shell.Script("trap 'echo bye; exit 5' TERM; echo up; while :; do sleep 0.05; done"), folder.Root);
        await Shell.Eventually(() => service.Tail.Length > 0);

        await service.StopAsync(TimeSpan.FromSeconds(30));

        (await service.Exited).ShouldBe(5);
        service.Tail.ShouldBe("up\nbye");
        service.EndedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task One_that_ignores_SIGTERM_is_killed_after_the_grace()
    {
        await using var service = runner.StartService("api", Shell.Script("trap '' TERM; echo up; while :; do sleep 0.05; done"), folder.Root);
        await Shell.Eventually(() => service.Tail.Length > 0);
        var watch = Stopwatch.StartNew();

        await service.StopAsync(TimeSpan.FromMilliseconds(300));

        watch.Elapsed.ShouldBeInRange(TimeSpan.FromMilliseconds(290), TimeSpan.FromSeconds(4));
        (await service.Exited).ShouldBe(128 + 9);
        Shell.IsAlive(service.Id).ShouldBeFalse();
    }

    [Theory]
    [InlineData("sh -c 'echo $$ >> \"$0\"; sleep 60' \"$1\" & wait")] // a child
    [InlineData("trap '' TERM; sh -c 'sh -c \"echo \\$\\$ >> \\\"\\$0\\\"; sleep 60\" \"$0\" & wait' \"$1\" & wait; sleep 60")] // a grandchild, signals ignored
    [InlineData("(setsid sh -c 'echo $$ >> \"$0\"; sleep 60' \"$1\" &) ; sleep 60")] // a daemon: no parent, own session
    [InlineData("(env -i /bin/sh -c 'echo $$ >> \"$0\"; sleep 60' \"$1\" &) ; sleep 60")] // an orphan with an empty environment
    public async Task Nothing_that_came_from_it_survives(string script)
    {
        var pids = folder.At("pids");
        var service = runner.StartService("api", Shell.Script(script, pids), folder.Root);
        var descendants = await Shell.PidsAsync(pids, 1);
        descendants.ShouldAllBe(pid => Shell.IsAlive(pid));

        await service.StopAsync(TimeSpan.FromMilliseconds(200));

        descendants.ShouldAllBe(pid => !Shell.IsAlive(pid));
        Shell.IsAlive(service.Id).ShouldBeFalse();
    }

    [Fact]
    public async Task What_it_left_behind_when_it_ended_by_itself_does_not_survive_either()
    {
        var pids = folder.At("pids");
        var service = runner.StartService("api", Shell.Script("sh -c 'echo $$ >> \"$0\"; sleep 60' \"$1\" & while [ ! -s \"$1\" ]; do sleep 0.01; done; exit 4", pids), folder.Root);
        (await service.Exited).ShouldBe(4);
        var orphan = (await Shell.PidsAsync(pids, 1))[0];
        Shell.IsAlive(orphan).ShouldBeTrue();

        await service.DisposeAsync();

        Shell.IsAlive(orphan).ShouldBeFalse();
    }

    [Fact]
    public async Task It_leads_a_session_of_its_own_so_that_the_terminals_Ctrl_C_does_not_reach_it()
    {
        await using var service = runner.StartService("api", Shell.Script("echo up; sleep 60"), folder.Root);
        await Shell.Eventually(() => service.Tail.Length > 0);

        ProcessStat.Read(service.Id)!.Value.Session.ShouldBe(service.Id);
    }

    [Fact]
    public async Task A_pid_file_says_who_it_is_as_long_as_it_runs()
    {
        var service = runner.StartService("api", Shell.Script("echo up; sleep 60"), folder.Root);
        await Shell.Eventually(() => service.Tail.Length > 0);

        var written = PidFile.Read(folder.At("api.pid")).ShouldNotBeNull();
        written.Pid.ShouldBe(service.Id);
        written.StartTicks.ShouldBe(ProcessStat.Read(service.Id)!.Value.StartTicks);

        await service.DisposeAsync();
        File.Exists(folder.At("api.pid")).ShouldBeFalse();
    }

    [Fact]
    public async Task Stopping_again_or_after_its_end_is_harmless()
    {
        var service = runner.StartService("api", Shell.Script("echo done"), folder.Root);
        (await service.Exited).ShouldBe(0);

        await service.StopAsync(TimeSpan.Zero);
        await service.StopAsync(TimeSpan.Zero);
        await service.DisposeAsync();

        service.Tail.ShouldBe("done");
    }

    [Fact]
    public async Task Its_folder_deleted_under_it_does_not_keep_it_from_being_stopped()
    {
        Directory.CreateDirectory(folder.At("inner"));
        var service = runner.StartService("api", Shell.Script("while :; do echo on; sleep 0.01; done"), folder.At("inner"));
        await Shell.Eventually(() => service.Tail.Length > 0);
        Directory.Delete(folder.At("inner"), recursive: true);

        await service.DisposeAsync();

        Shell.IsAlive(service.Id).ShouldBeFalse();
    }

    [Fact]
    public async Task Killing_cuts_a_grace_short()
    {
        var service = runner.StartService("api", Shell.Script("trap '' TERM; echo up; while :; do sleep 0.05; done"), folder.Root);
        await Shell.Eventually(() => service.Tail.Length > 0);
        var watch = Stopwatch.StartNew();

        var stopping = service.StopAsync(TimeSpan.FromSeconds(60));
        service.Kill();
        await stopping;

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        Shell.IsAlive(service.Id).ShouldBeFalse();
    }

    [Fact]
    public async Task Its_last_words_are_in_the_tail_when_its_end_is_known()
    {
        for (var round = 0; round < 10; round++)
        {
            await using var service = runner.StartService("api", Shell.Script("seq 1 3000; echo last words; exit 1"), folder.Root);
            await service.Exited;
            service.Tail.ShouldEndWith("\nlast words");
        }
    }
}
