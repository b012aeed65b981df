using Acceptance.Harness;

namespace Acceptance.Running;

/// <summary>Systems that are not well.</summary>
public sealed class Failing(Checkout checkout)
{
    string Artifacts(string name) => Path.Combine(checkout.Root, "artifacts", name);

    static RunFiles Run(string artifacts) => new(Path.Combine(artifacts, "zenzefi", "latest"));

    [Fact]
    public async Task Ten_percent_of_errors_miss_a_critical_target_which_the_summary_names()
    {
        var artifacts = Artifacts("errors");
        var finished = await checkout.Build(
            new Dictionary<string, string> { ["FAULT_ERROR_PERCENT"] = "10" }, "--target=Perf", "--time-scale=0.2", $"--artifacts={artifacts}");

        finished.ExitCode.ShouldBe(2, finished.Everything);
        var run = Run(artifacts);
        run.Result.GetProperty("exitCode").GetInt32().ShouldBe(2);
        run.Result.GetProperty("targets").EnumerateArray()
            .ShouldContain(t => t.GetProperty("metric").GetString() == "errorRate" && t.GetProperty("tier").GetString() == "critical");
        run.Summary.ShouldContain("error rate");
        run.Summary.ShouldContain("critical");
        run.Run.GetProperty("failures").EnumerateArray().ShouldContain(f => f.GetProperty("reason").GetString()!.Contains("got 500", StringComparison.Ordinal));
        Processes.Of(checkout.Root).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_system_that_dies_in_the_middle_makes_the_run_invalid_and_is_named()
    {
        var artifacts = Artifacts("dies");
        var finished = await checkout.Build(
            new Dictionary<string, string> { ["FAULT_EXIT_AFTER_REQUESTS"] = "400" }, "--target=Perf", "--time-scale=0.4", $"--artifacts={artifacts}");

        finished.ExitCode.ShouldBe(4, finished.Everything);
        var run = Run(artifacts);
        run.Result.GetProperty("verdict").GetString().ShouldBe("invalid");
        run.Run.GetProperty("end").GetString().ShouldBe("system-died");
        run.Summary.ShouldContain("api");
        run.Exists("logs/api.log").ShouldBeTrue();
        Processes.Of(checkout.Root).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_system_that_never_gets_ready_is_told_with_its_limit_and_taken_down()
    {
        var suite = Path.Combine(checkout.Root, "perf", "Zenzefi", "ZenzefiSuite.cs");
        var before = await File.ReadAllTextAsync(suite);
        await File.WriteAllTextAsync(suite, before
            .Replace("ReadyPath = \"/health\"", "ReadyPath = \"/never\"", StringComparison.Ordinal)
            .Replace("ReadyWithin = TimeSpan.FromSeconds(60)", "ReadyWithin = TimeSpan.FromSeconds(2)", StringComparison.Ordinal));
        try
        {
            var finished = await checkout.Build("--target=Perf", $"--artifacts={Artifacts("never")}");
            finished.ExitCode.ShouldBe(1, finished.Everything);
            finished.Everything.ShouldContain("'api' was not ready after 2 s");
            finished.Everything.ShouldContain("404");
            finished.Everything.ShouldContain("perf/Zenzefi/ZenzefiSuite.cs");
            Processes.Of(checkout.Root).ShouldBeEmpty();
        }
        finally
        {
            await File.WriteAllTextAsync(suite, before);
        }
    }

    [Fact]
    public async Task Two_runs_at_once_do_not_disturb_each_others_files()
    {
        var artifacts = Artifacts("at-once");
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
            checkout.Build("--target=Perf", "--time-scale=0.1", "--users=10", $"--artifacts={artifacts}", $"--baselines={artifacts}/baselines")));

        both.ShouldAllBe(finished => finished.ExitCode == 0, string.Join('\n', both.Select(f => f.Everything)));
        var runs = Directory.EnumerateDirectories(Path.Combine(artifacts, "zenzefi")).Where(f => Path.GetFileName(f) != "latest").ToList();
        runs.Count.ShouldBe(2);
        foreach (var run in runs.Select(r => new RunFiles(r)))
        {
            run.Run.GetProperty("systemRequests").GetInt64().ShouldBe(
                run.Run.GetProperty("totals").GetProperty("requests").GetInt64() + run.Run.GetProperty("warmUp").GetProperty("requests").GetInt64());
            run.Exists("report.html").ShouldBeTrue();
        }

        Processes.Of(checkout.Root).ShouldBeEmpty();
    }
}
