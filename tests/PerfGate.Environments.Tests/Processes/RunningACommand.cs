using System.Diagnostics;
using PerfGate.Environments.Processes;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Processes;

public sealed class RunningACommand : IDisposable
{
    readonly ProcessRunner runner = new(TimeProvider.System);
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Gives_the_exit_code_the_output_and_both_streams_in_the_tail()
    {
        var result = await runner.RunAsync(Shell.Script("echo out; echo err >&2; exit 7"), CancellationToken.None);

        result.ExitCode.ShouldBe(7);
        result.Output.ShouldBe("out");
        result.Tail.Split('\n').ShouldBe(["out", "err"], ignoreOrder: true);
        result.Duration.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task Hands_arguments_over_as_they_are()
    {
        string[] arguments = ["two words", "$HOME", "'quoted'", "a;b", "", "*"];

        var result = await runner.RunAsync(Shell.Script("for a in \"$@\"; do echo \"[$a]\"; done", arguments), CancellationToken.None);

        result.Output.Split('\n').ShouldBe(arguments.Select(argument => $"[{argument}]"));
    }

    [Fact]
    public async Task Starts_in_the_working_directory()
    {
        var result = await runner.RunAsync(new ProcessCommand("pwd") { WorkingDirectory = folder.Root }, CancellationToken.None);

        result.Output.ShouldBe(folder.Root);
    }

    [Fact]
    public async Task A_child_that_asks_reads_the_end_of_its_input()
    {
        var result = await runner.RunAsync(Shell.Script("read answer || echo nobody"), CancellationToken.None);

        result.Output.ShouldBe("nobody");
    }

    [Fact]
    public async Task A_signal_is_told_as_128_and_its_number()
    {
        var result = await runner.RunAsync(Shell.Script("kill -ABRT $$"), CancellationToken.None);

        result.ExitCode.ShouldBe(134);
    }

    [Fact]
    public async Task Requiring_success_throws_with_command_exit_code_and_tail()
    {
        var failure = await Should.ThrowAsync<ProcessFailedException>(
            () => runner.RequireAsync(Shell.Script("echo the reason; exit 3"), CancellationToken.None));

        failure.ExitCode.ShouldBe(3);
        failure.Tail.ShouldBe("the reason");
        failure.Message.ShouldContain("exit code 3");
        failure.Message.ShouldContain("the reason");
        failure.Message.ShouldContain("/bin/sh -c");
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_named()
    {
        var failure = await Should.ThrowAsync<ProcessFailedException>(
            () => runner.RunAsync(new ProcessCommand("no-such-program-here"), CancellationToken.None));

        failure.Message.ShouldContain("'no-such-program-here' was not found");
        failure.ExitCode.ShouldBeNull();
    }

    [Fact]
    public async Task A_working_directory_that_is_not_there_is_an_error_and_no_crash()
    {
        var command = new ProcessCommand("pwd") { WorkingDirectory = folder.At("nowhere") };

        await Should.ThrowAsync<ProcessFailedException>(() => runner.RunAsync(command, CancellationToken.None));
    }

    [Fact]
    public async Task What_runs_too_long_is_killed_and_the_limit_is_said()
    {
        var pids = folder.At("pids");
        var command = Shell.Script("echo $$ >> \"$1\"; echo begun; sleep 60", pids) with { Within = TimeSpan.FromMilliseconds(500) };

        var failure = await Should.ThrowAsync<ProcessFailedException>(() => runner.RunAsync(command, CancellationToken.None));

        failure.Message.ShouldContain("ran longer than the 500 ms");
        failure.Tail.ShouldBe("begun");
        (await Shell.PidsAsync(pids, 1)).ShouldAllBe(pid => !Shell.IsAlive(pid));
    }

    [Fact]
    public async Task Cancelling_kills_it_with_its_grandchildren_before_it_throws()
    {
        var pids = folder.At("pids");
        using var cancelled = new CancellationTokenSource();
        var running = runner.RunAsync(
            Shell.Script("echo $$ >> \"$1\"; (echo $(exec sh -c 'echo $PPID') >> \"$1\"; sleep 60) & sleep 60", pids), cancelled.Token);
        var started = await Shell.PidsAsync(pids, 2);
        var watch = Stopwatch.StartNew();

        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => running);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3));
        started.ShouldAllBe(pid => !Shell.IsAlive(pid));
    }

    [Fact]
    public async Task What_it_leaves_behind_does_not_survive_even_holding_its_output_open()
    {
        var pids = folder.At("pids");
        var command = Shell.Script("setsid sh -c 'echo $$ >> \"$0\"; sleep 60' \"$1\" & while [ ! -s \"$1\" ]; do sleep 0.01; done", pids);

        var result = await runner.RunAsync(command, CancellationToken.None);

        result.ExitCode.ShouldBe(0);
        (await Shell.PidsAsync(pids, 1)).ShouldAllBe(pid => !Shell.IsAlive(pid));
    }

    [Fact]
    public async Task What_somebody_that_we_started_started_by_our_own_means_does_not_survive_either()
    {
        var pids = folder.At("pids");
        const string Outer = "a-mark-of-somebody-who-started-us";
        var outer = new Dictionary<string, string>(runner.Ambient) { ["PERFGATE_CHILD"] = Outer };
        var inner = new ProcessRunner(TimeProvider.System) { Ambient = outer };
        await using var service = inner.StartService("api", Shell.Script("echo $$ >> \"$1\"; sleep 60", pids), folder.Root);
        var started = await Shell.PidsAsync(pids, 1);

        await new ProcessTree(int.MaxValue, rootStart: null, Outer).KillAsync(TimeSpan.FromSeconds(10), TimeProvider.System);

        started.ShouldAllBe(pid => !Shell.IsAlive(pid));
    }

    [Fact]
    public void Without_a_mark_nobody_is_marked() =>
        new ProcessTree(int.MaxValue, rootStart: null, mark: null).Members(thorough: true).ShouldBeEmpty();

    [Fact]
    public async Task Output_without_end_keeps_its_tail_in_bounded_memory()
    {
        var result = await runner.RunAsync(Shell.Script("seq 1 400000"), CancellationToken.None);

        result.Output.Length.ShouldBeLessThanOrEqualTo(1_000_000);
        result.Output.ShouldEndWith("\n400000");
        result.Tail.Split('\n').Length.ShouldBe(200);
        result.LastLine.ShouldBe("400000");
    }

    [Fact]
    public async Task A_line_without_end_comes_in_pieces()
    {
        var result = await runner.RunAsync(Shell.Script("head -c 20000 /dev/zero | tr '\\0' x"), CancellationToken.None);

        result.Output.Split('\n').Select(piece => piece.Length).ShouldBe([8192, 8192, 20_000 - 2 * 8192]);
    }

    [Fact]
    public async Task Each_command_is_echoed_with_secrets_masked()
    {
        var echoed = new List<string>();
        var talking = new ProcessRunner(TimeProvider.System) { Echo = echoed.Add, Redactor = Redactor.Of("hunter2") };

        var result = await talking.RunAsync(new ProcessCommand("echo", "login", "hunter2"), CancellationToken.None);

        echoed.ShouldBe(["$ echo login ***"]);
        result.Output.ShouldBe("login ***");
        result.Command.ShouldBe("echo login ***");
    }
}
