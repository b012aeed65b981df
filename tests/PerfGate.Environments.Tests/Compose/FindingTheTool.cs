using PerfGate.Environments.Compose;
using PerfGate.Environments.Processes;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Compose;

public sealed class FindingTheTool : IDisposable
{
    readonly ComposeFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("2.24.5", "docker compose 2.24.5")]
    [InlineData("v2.2.3", "docker compose 2.2.3")]
    [InlineData("2.24.6+ds1-0ubuntu1~22.04.1", "docker compose 2.24.6")]
    public async Task The_plugin_comes_first(string says, string name)
    {
        Program("docker", $"[ \"$1 $2\" = 'compose version' ] && echo {says}");
        Program("docker-compose", "echo 1.29.2");

        (await FindAsync()).Name.ShouldBe(name);
    }

    [Fact]
    public async Task Without_the_plugin_it_is_docker_compose()
    {
        Program("docker", "echo 'docker: unknown command: docker compose' >&2; exit 1");
        Program("docker-compose", "echo 1.29.2");

        (await FindAsync()).Command.ShouldBe(["docker-compose"]);
    }

    [Fact]
    public async Task One_that_is_too_old_is_told_with_its_version()
    {
        Program("docker-compose", "echo 1.25.0");

        (await Should.ThrowAsync<EnvironmentException>(FindAsync)).Message.ShouldContain(
            "The compose tool is too old: docker-compose 1.25.0, and at least 1.29 is needed.");
    }

    [Fact]
    [Trait("Needs", RealEngine.Needed)]
    public async Task A_run_over_the_plugin_says_what_its_command_line_takes()
    {
        using var engine = await RealEngine.RequireAsync();
        folder.WriteApiAlone();
        var real = Programs.Find("docker-compose", Environment.GetEnvironmentVariable("PATH"), workingDirectory: null);
        Assert.SkipWhen(real is null, "NOT TESTED, no docker-compose 1.29 to do what the plugin is asked for.");
        Program("docker", $"shift; echo \"$@\" >> {folder.At("asked")}; case \"$*\" in *--short) echo 2.24.5;; *) exec {real} \"$@\";; esac");
        var run = ComposeFolder.NewRun();
        var environment = folder.Create(ComposeFolder.Alone, run, new Dictionary<string, string> { ["PATH"] = $"{folder.At("bin")}:/usr/bin:/bin" });

        await environment.UpAsync(CancellationToken.None);
        await environment.MigrateAsync(CancellationToken.None);
        await environment.StartAsync(CancellationToken.None);
        await environment.DisposeAsync();

        var before = $"--ansi never --project-name perfgate-test-{run} --file {folder.At("perf", "compose.yml")}";
        var put = folder.At("artifacts", "test", run, "system", "compose.override.yml");
        File.ReadAllLines(folder.At("asked")).ShouldBe(
        [
            "version --short",
            $"{before} config",
            $"{before} --file {put} up -d --no-build --no-recreate api",
            $"{before} --file {put} down --volumes --remove-orphans --rmi local --timeout 2",
        ]);
        (await RealEngine.LeftOfAsync($"perfgate-test-{run}")).ShouldBeEmpty();
    }

    Task<ComposeTool> FindAsync() => ComposeTool.FindAsync(
        new ProcessRunner(TimeProvider.System) { Ambient = new Dictionary<string, string> { ["PATH"] = folder.At("bin") } },
        CancellationToken.None);

    void Program(string name, string script)
    {
        folder.Write($"bin/{name}", $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.At("bin", name), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }
}
