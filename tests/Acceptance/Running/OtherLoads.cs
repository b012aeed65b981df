using Acceptance.Harness;

namespace Acceptance.Running;

/// <summary>The load engine's other ways, from outside: arrivals at a rate, the lean transport, the search for the breaking load.</summary>
public sealed class OtherLoads(Checkout checkout)
{
    [Fact]
    public async Task Arrivals_over_the_lean_transport_come_as_many_as_asked_for_and_are_all_counted_by_the_system()
    {
        var (finished, files) = await Measure("open", [], "--suite=zenzefi", "--profile=rate", "--rate=80", "--transport=lean", "--time-scale=0.3");
        finished.ExitCode.ShouldBe(0, finished.Everything);
        var run = files.Run;
        run.GetProperty("engine").GetString().ShouldBe("perfgate/lean");
        run.GetProperty("totals").GetProperty("failures").GetInt64().ShouldBe(0);
        run.GetProperty("systemRequests").GetInt64().ShouldBe(
            run.GetProperty("totals").GetProperty("requests").GetInt64() + run.GetProperty("warmUp").GetProperty("requests").GetInt64());

        // 2.4 s from 0 to 80 a second, and 9 s at 80.
        var generator = run.GetProperty("generator");
        generator.GetProperty("arrivals").GetInt64().ShouldBeInRange(810, 822);
        generator.GetProperty("dropped").GetInt64().ShouldBe(0);
        generator.GetProperty("runtime").GetProperty("inline socket completions").GetString().ShouldBe("on");
    }

    [Fact]
    [Trait("Length", "long")]
    public async Task The_load_at_which_the_system_breaks_is_found_and_the_search_ends_there()
    {
        // One request at a time, each for 8 ms: some 110 a second, and a user asks 0.6 times a second. A hundred users sign in
        // within 2 s, which the time to settle has to last for: it is scaled too.
        var (finished, files) = await Measure(
            "breakpoint", new() { ["FAULT_LOCK_MS"] = "8" }, "--suite=corevia", "--profile=breakpoint", "--users=400", "--time-scale=0.15");
        finished.ExitCode.ShouldBe(0, finished.Everything);
        var found = files.Result.GetProperty("breakpoint");
        found.GetProperty("heldUsers").GetInt32().ShouldBeOneOf(100, 200);
        found.GetProperty("brokeAtUsers").GetInt32().ShouldBeOneOf(200, 400);
        found.GetProperty("why").GetString()!.ShouldContain("critical limit");
        files.Run.GetProperty("end").GetString().ShouldBe("stopped");
        finished.Output.ShouldContain("and broke at");
    }

    [Theory]
    [InlineData("--rate=10", "has none")]
    [InlineData("--profile=rate --rate=-1", "out of range")]
    [InlineData("--transport=leen", "lean")]
    public async Task What_cannot_be_is_told_before_anything_starts(string words, string told)
    {
        var finished = await checkout.Build(["--target=Perf", .. words.Split(' ')]);
        finished.ExitCode.ShouldBe(1, finished.Everything);
        finished.Everything.ShouldContain(told);
    }

    async Task<(Finished Finished, RunFiles Files)> Measure(string name, Dictionary<string, string> variables, params string[] arguments)
    {
        var artifacts = Path.Combine(checkout.Root, "artifacts", name);
        var finished = await checkout.Build(
            variables, ["--target=Perf", "--environment=embedded", $"--artifacts={artifacts}", $"--baselines={artifacts}/baselines", .. arguments]);
        var suite = arguments.Single(a => a.StartsWith("--suite=", StringComparison.Ordinal))["--suite=".Length..];
        return (finished, new RunFiles(Path.Combine(artifacts, suite, "latest")));
    }
}
