using Acceptance.Harness;

namespace Acceptance.Running;

/// <summary>Two commits side by side, from outside: the verdict, what is left behind, and what is told of what cannot be compared.</summary>
public sealed class SideBySide(Checkout checkout)
{
    [Fact]
    [Trait("Length", "long")]
    public async Task A_slower_candidate_is_regressed_and_nothing_of_either_side_is_left()
    {
        var (finished, files) = await Compare("slower", "--against=HEAD", "--inject=cpu:60", "--rounds=12", "--slot=3", "--transport=lean");
        finished.ExitCode.ShouldBe(2, finished.Everything);
        files.Result.GetProperty("verdict").GetString().ShouldBe("regressed");
        files.Result.GetProperty("mode").GetString().ShouldBe("paired");
        finished.Output.ShouldContain("Regressed: ");
        files.Result.GetProperty("comparisons").EnumerateArray()
            .Single(c => c.GetProperty("metric").GetString() == "cpuPerRequest")
            .GetProperty("verdict").GetString().ShouldBe("regressed");
        File.Exists(Path.Combine(files.Folder, "paired.json")).ShouldBeTrue();
        Directory.GetDirectories(files.Folder).Select(Path.GetFileName).ShouldBe(["logs"]);
        (await Git("worktree", "list")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
    }

    [Fact]
    [Trait("Length", "long")]
    public async Task A_baseline_that_does_not_build_is_said_and_is_not_taken_for_unchanged()
    {
        var broken = await Broken();
        var (finished, files) = await Compare("broken", $"--against={broken}");
        finished.ExitCode.ShouldBe(0, finished.Everything);
        files.Result.GetProperty("verdict").GetString().ShouldBe("inconclusive");
        files.Result.GetProperty("headline").GetString()!.ShouldContain("could not be brought up");
        files.Result.GetProperty("comparisons").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("--against=no-such-branch", "no-such-branch")]
    [InlineData("--against=HEAD --inject=cpu", "needs a size")]
    [InlineData("--against=HEAD --inject=cup:10", "did you mean 'cpu'")]
    [InlineData("--against=HEAD --rounds=3", "out of range")]
    public async Task What_cannot_be_compared_is_told_before_anything_starts(string words, string told)
    {
        var finished = await checkout.Build(["--target=Perf", "--environment=embedded", .. words.Split(' ')]);
        finished.ExitCode.ShouldBe(1, finished.Everything);
        finished.Everything.ShouldContain(told);
        finished.Everything.ShouldNotContain("PerfUp\n");
    }

    [Fact]
    public async Task A_sign_off_needs_a_release_to_compare_with()
    {
        var finished = await checkout.Build(["--target=PerfSignOff"]);
        finished.ExitCode.ShouldBe(1, finished.Everything);
        finished.Everything.ShouldContain("--against=v1.2.0");
    }

    // A commit beside the others, made without touching the checkout.
    async Task<string> Broken()
    {
        var tree = (await Git("hash-object", "-t", "tree", "-w", "/dev/null")).Trim();
        return (await Git("-c", "user.name=test", "-c", "user.email=test@example.com", "commit-tree", tree, "-m", "nothing in it")).Trim();
    }

    async Task<string> Git(params string[] arguments)
    {
        var git = await Command.Run(checkout.Root, "git", arguments);
        git.ExitCode.ShouldBe(0, git.Everything);
        return git.Output;
    }

    async Task<(Finished Finished, RunFiles Files)> Compare(string name, params string[] arguments)
    {
        var artifacts = Path.Combine(checkout.Root, "artifacts", name);
        var finished = await checkout.Build(
            [
                "--target=Perf", "--suite=zenzefi", "--environment=embedded", $"--artifacts={artifacts}", $"--baselines={artifacts}/baselines",
                $"--calibrations={artifacts}/calibrations", "--time-scale=0.2", .. arguments,
            ]);
        return (finished, new RunFiles(Path.Combine(artifacts, "zenzefi", "latest")));
    }
}
