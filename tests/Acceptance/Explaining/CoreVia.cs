using System.Text.Json;
using Acceptance.Harness;

namespace Acceptance.Explaining;

/// <summary>The CoreVia suite as plain processes, well and unwell: what is wrong is named.</summary>
[Trait("Length", "long")]
public sealed class CoreVia(Checkout checkout)
{
    static readonly IReadOnlyDictionary<string, int> OfStudents = new Dictionary<string, int>
    {
        ["ReadFeed"] = 10, ["BrowseMarketplace"] = 7, ["LikePost"] = 5, ["ReadDashboard"] = 4, ["CreatePost"] = 3, ["ReadProduct"] = 3,
        ["AddComment"] = 2, ["LogWorkout"] = 2, ["LogFood"] = 2, ["ReadProfile"] = 1,
    };

    static readonly IReadOnlyDictionary<string, int> OfTrainers = new Dictionary<string, int> { ["CreateProduct"] = 5, ["ListProducts"] = 3, ["PostTip"] = 2 };

    [Fact]
    public async Task Runs_without_a_failure_and_does_all_thirteen_tasks_in_their_shares()
    {
        var run = await Measure("corevia-well", [], "--time-scale=0.5");
        run.Files.Run.GetProperty("totals").GetProperty("failures").GetInt64().ShouldBe(0);
        run.Files.Run.GetProperty("exceptions").GetArrayLength().ShouldBe(0);
        run.Finished.ExitCode.ShouldBe(0, run.Finished.Everything);
        SharesOf(run.Files, "CoreViaUser", OfStudents);
        SharesOf(run.Files, "TrainerUser", OfTrainers);
        var criteria = Criteria(run.Files);
        criteria["error-rate"].ShouldBe("passed");
        criteria["p95"].ShouldBe("passed");
        criteria["concurrent-users"].ShouldBe("passed");
        criteria["no-crashes"].ShouldBe("passed");
        criteria["no-memory-leak"].ShouldBe("undecided", "a quick run is too short to tell");
        criteria["stable-connections"].ShouldBe("undecided", "there is no database server to ask");
        run.Finished.Output.ShouldContain("could not be told");
    }

    [Fact]
    public async Task A_rate_limiter_is_named()
    {
        var run = await Measure("corevia-limited", new() { ["RATE_LIMIT"] = "300" }, "--time-scale=0.3");
        run.Finished.ExitCode.ShouldBe(2, run.Finished.Everything);
        Finding(run.Files, "rate-limited").GetProperty("evidence").GetString()!.ShouldContain("429");
        run.Finished.Output.ShouldContain("429");
        run.Files.Summary.ShouldContain("429");
    }

    [Fact]
    public async Task The_other_mix_has_as_many_trainers_as_students()
    {
        var run = await Measure("corevia-mix", [], "--time-scale=0.1", "--mix=50-50", "--users=20");
        run.Finished.ExitCode.ShouldBe(0, run.Finished.Everything);
        run.Files.Run.GetProperty("users").EnumerateArray().Select(u => u.GetProperty("peakUsers").GetInt32()).ShouldBe([10, 10]);
    }

    [Theory]
    [InlineData(0, "passed", false)]
    [InlineData(16, "failed", true)]
    public async Task A_soak_tells_a_leak_from_none(int leakKilobytes, string outcome, bool found)
    {
        var run = await Measure(
            $"corevia-soak-{leakKilobytes}", new() { ["FAULT_LEAK_KB"] = $"{leakKilobytes}" }, "--profile=soak", "--time-scale=0.05");
        var criteria = Criteria(run.Files);
        if (found) criteria["no-memory-leak"].ShouldBe(outcome);
        else criteria["no-memory-leak"].ShouldNotBe("failed");
        run.Finished.ExitCode.ShouldBe(found ? 2 : 0, run.Finished.Everything);
        Findings(run.Files).Any(f => f.GetProperty("rule").GetString() == "memory-growth").ShouldBe(found);
        if (found) Finding(run.Files, "memory-growth").GetProperty("evidence").GetString()!.ShouldContain("a day");
    }

    internal static IEnumerable<JsonElement> Findings(RunFiles files) => files.Result.GetProperty("findings").EnumerateArray();

    internal static JsonElement Finding(RunFiles files, string rule) => Findings(files).First(f => f.GetProperty("rule").GetString() == rule);

    internal static Dictionary<string, string> Criteria(RunFiles files) => files.Result.GetProperty("criteria").EnumerateArray()
        .ToDictionary(c => c.GetProperty("kind").GetString()!, c => c.GetProperty("outcome").GetString()!);

    internal static void SharesOf(RunFiles files, string kind, IReadOnlyDictionary<string, int> weights)
    {
        var tasks = files.Run.GetProperty("users").EnumerateArray().Single(u => u.GetProperty("name").GetString() == kind)
            .GetProperty("tasks").EnumerateObject().ToDictionary(t => t.Name, t => (double)t.Value.GetInt64());
        tasks.Keys.Order(StringComparer.Ordinal).ShouldBe(weights.Keys.Order(StringComparer.Ordinal));
        foreach (var (task, weight) in weights)
            (tasks[task] / tasks.Values.Sum()).ShouldBe((double)weight / weights.Values.Sum(), tolerance: 0.03, $"{kind}.{task}");
    }

    async Task<(Finished Finished, RunFiles Files)> Measure(string name, Dictionary<string, string> variables, params string[] arguments)
    {
        var artifacts = Path.Combine(checkout.Root, "artifacts", name);
        var finished = await checkout.Build(
            variables,
            ["--target=Perf", "--suite=corevia", "--environment=embedded", $"--artifacts={artifacts}", $"--baselines={artifacts}/baselines", .. arguments]);
        return (finished, new RunFiles(Path.Combine(artifacts, "corevia", "latest")));
    }
}
