using System.Net;
using System.Net.Sockets;
using Acceptance.Harness;

namespace Acceptance.BadInput;

/// <summary>Each mistake gets one clear error before anything starts: what, the value, the limit, the next command.</summary>
public sealed class CommandLine(Checkout checkout)
{
    [Theory]
    [InlineData("--suite=zenzfi", "no suite 'zenzfi'", "did you mean 'zenzefi'?")]
    [InlineData("--profile=quik", "no profile 'quik'", "did you mean 'quick'?")]
    [InlineData("--acess-token=x", "--acess-token", "did you mean 'access-token'?")]
    [InlineData("--users=0", "--users=0", "from 1 to")]
    [InlineData("--users=many", "--users=many", "whole number")]
    [InlineData("--time-scale=-1", "--time-scale=-1", "above 0")]
    [InlineData("--environment=moon", "'moon'", "embedded")]
    [InlineData("--tags=nothing", "tag 'nothing'", "no task has a tag")]
    [InlineData("--artifacts=/proc/perfgate", "/proc/perfgate", "cannot be")]
    [InlineData("--from=/nowhere", "/nowhere", "--target=Perf", "PerfReport")]
    public async Task A_mistake_is_told_with_its_value_and_what_would_be_right(string argument, string value, string limit, string target = "Perf")
    {
        var finished = await checkout.Build($"--target={target}", argument);
        finished.ExitCode.ShouldBe(1, finished.Everything);
        finished.Everything.ShouldContain(value);
        finished.Everything.ShouldContain(limit);
        Processes.Of(checkout.Root).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_target_is_told_with_where_the_known_ones_are_listed()
    {
        var finished = await checkout.Build("--target=Prf");
        finished.ExitCode.ShouldBe(1, finished.Everything);
        finished.Everything.ShouldContain("'Prf'");
        finished.Everything.ShouldContain("--help");
    }

    [Fact]
    public async Task A_port_in_use_is_told_with_its_number()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;
        var finished = await checkout.Build("--target=Perf", $"--port={port}");
        finished.ExitCode.ShouldBe(1, finished.Everything);
        finished.Everything.ShouldContain($"port {port} is in use");
        finished.Everything.ShouldContain("--port");
    }

    [Fact]
    public async Task Help_tells_targets_settings_profiles_and_exit_codes()
    {
        var help = await checkout.Build("--help");
        help.ExitCode.ShouldBe(0);
        foreach (var word in new[] { "PerfBaseline", "--profile", "breakpoint", "--access-token", "130", "Test" }) help.Output.ShouldContain(word);
    }

    [Fact]
    public async Task The_build_works_from_any_folder()
    {
        await using var build = Command.Start(Path.GetTempPath(), "bash", [Path.Combine(checkout.Root, "build.sh"), "--description"]);
        var finished = await build.Finish(TimeSpan.FromMinutes(2));
        finished.ExitCode.ShouldBe(0, finished.Everything);
        finished.Output.ShouldContain("PerfPreflight");
    }

    [Fact]
    public async Task Without_an_SDK_the_build_says_what_is_missing()
    {
        var empty = Directory.CreateTempSubdirectory("perfgate-no-sdk-").FullName;
        foreach (var tool in new[] { "bash", "dirname", "mkdir", "cat", "find", "head" })
            File.CreateSymbolicLink(Path.Combine(empty, tool), new[] { "/usr/bin", "/bin" }.Select(f => Path.Combine(f, tool)).First(File.Exists));
        try
        {
            await using var build = Command.Start(checkout.Root, "/bin/bash", ["build.sh", "--target=Perf"], new Dictionary<string, string> { ["PATH"] = empty });
            var finished = await build.Finish(TimeSpan.FromSeconds(30));
            finished.ExitCode.ShouldBe(1);
            finished.Errors.ShouldContain(".NET 10 SDK");
        }
        finally
        {
            Directory.Delete(empty, recursive: true);
        }
    }
}
