using Acceptance.Harness;

namespace Acceptance.Running;

/// <summary>./build.sh --target=Perf --suite=zenzefi,corevia: one summary, one exit code.</summary>
public sealed class SeveralSuites(Checkout checkout)
{
    [Fact]
    [Trait("Length", "long")]
    public async Task Both_suites_of_one_call_are_measured_in_turn_and_told_in_one_summary()
    {
        var artifacts = Path.Combine(checkout.Root, "artifacts", "both");
        var page = Path.Combine(checkout.Root, "artifacts", "summary-of-both.md");
        var finished = await checkout.Build(
            new Dictionary<string, string> { ["GITHUB_STEP_SUMMARY"] = page },
            "--target=Perf", "--suite=zenzefi,corevia", "--environment=embedded", "--time-scale=0.2", $"--artifacts={artifacts}", $"--baselines={artifacts}/baselines");

        finished.ExitCode.ShouldBe(0, finished.Everything);
        var summary = await File.ReadAllTextAsync(Path.Combine(artifacts, "summary.md"), TestContext.Current.CancellationToken);
        summary.Split('\n').Count(line => line.StartsWith("<!-- perfgate", StringComparison.Ordinal)).ShouldBe(1);
        var (first, second) = (summary.IndexOf("zenzefi quick", StringComparison.Ordinal), summary.IndexOf("corevia quick", StringComparison.Ordinal));
        first.ShouldBeGreaterThan(0);
        second.ShouldBeGreaterThan(first);
        (await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken)).TrimEnd().ShouldBe(summary.TrimEnd());
        foreach (var suite in new[] { "zenzefi", "corevia" })
            new RunFiles(Path.Combine(artifacts, suite, "latest")).Run.GetProperty("totals").GetProperty("failures").GetInt64().ShouldBe(0);
        Processes.Of(checkout.Root).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Length", "long")]
    public async Task The_gravest_end_is_the_end_of_the_call_and_the_other_suite_is_measured_all_the_same()
    {
        var artifacts = Path.Combine(checkout.Root, "artifacts", "both-failing");
        var finished = await checkout.Build(
            new Dictionary<string, string> { ["FAULT_ERROR_PERCENT"] = "20" },
            "--target=Perf", "--suite=corevia,zenzefi", "--environment=embedded", "--time-scale=0.1", "--users=20", $"--artifacts={artifacts}", $"--baselines={artifacts}/baselines");
        finished.ExitCode.ShouldBe(2, finished.Everything);
        new RunFiles(Path.Combine(artifacts, "zenzefi", "latest")).Result.GetProperty("exitCode").GetInt32().ShouldBe(2);
    }

    [Theory]
    [InlineData("--suite=zenzefi,corvia", "corevia")]
    [InlineData("--suite=zenzefi,corevia --mix=50-50", "mix")]
    [InlineData("--suite=corevia --mix=50-5O", "50-50")]
    public async Task What_a_later_suite_cannot_do_is_told_before_the_first_one_is_measured(string words, string told)
    {
        var finished = await checkout.Build(["--target=Perf", .. words.Split(' ')]);
        finished.ExitCode.ShouldBe(1, finished.Everything);
        finished.Everything.ShouldContain(told);
        finished.Everything.ShouldNotContain("Run 2");
    }
}
