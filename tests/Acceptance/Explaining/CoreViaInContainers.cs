using Acceptance.Harness;

namespace Acceptance.Explaining;

/// <summary>The CoreVia suite on a real engine and a real PostgreSQL: what the database tells is turned into findings.</summary>
[Trait("Length", "long")]
public sealed class CoreViaInContainers(Checkout checkout)
{
    [Fact]
    public async Task Runs_without_a_failure_and_finds_nothing_wrong_with_its_statements()
    {
        var (finished, files) = await Measure("corevia-composed", [], "--time-scale=0.3");
        finished.ExitCode.ShouldBe(0, finished.Everything);
        files.Run.GetProperty("totals").GetProperty("failures").GetInt64().ShouldBe(0);
        Rules(files).ShouldNotContain("n-plus-one");
        Rules(files).ShouldNotContain("connection-pool-exhausted");
        files.Run.GetProperty("logs").EnumerateArray().Select(l => l.GetProperty("service").GetString()).Order(StringComparer.Ordinal).ShouldBe(["api", "postgres"]);
        CoreVia.Criteria(files)["no-crashes"].ShouldBe("passed");
    }

    [Fact]
    public async Task A_statement_for_every_row_is_found()
    {
        var (_, files) = await Measure("corevia-n-plus-one", new() { ["FAULT_N_PLUS_ONE"] = "1" }, "--time-scale=0.4");
        var finding = CoreVia.Finding(files, "n-plus-one");
        finding.GetProperty("evidence").GetString()!.ShouldContain("per request");
        finding.GetProperty("meaning").GetString().ShouldNotBeNullOrEmpty();
        finding.GetProperty("advice").GetString().ShouldNotBeNullOrEmpty();
        Rules(files).ShouldNotContain("connection-pool-exhausted");
    }

    [Fact]
    public async Task A_connection_pool_that_is_too_small_is_named()
    {
        var (finished, files) = await Measure(
            "corevia-pool", new() { ["DATABASE_POOL_SIZE"] = "2", ["FAULT_N_PLUS_ONE"] = "1" }, "--time-scale=0.5", "--users=400");
        CoreVia.Finding(files, "connection-pool-exhausted").GetProperty("evidence").GetString()!.ShouldContain("2 connections");
        finished.Output.ShouldContain("connection");
    }

    static IEnumerable<string> Rules(RunFiles files) => CoreVia.Findings(files).Select(f => f.GetProperty("rule").GetString()!);

    async Task<(Finished Finished, RunFiles Files)> Measure(string name, Dictionary<string, string> variables, params string[] arguments)
    {
        await Engine.Needed();
        var artifacts = Path.Combine(checkout.Root, "artifacts", name);
        var finished = await checkout.Build(
            new Dictionary<string, string>(variables) { ["DOCKER_HOST"] = Engine.Reachable["DOCKER_HOST"] },
            ["--target=Perf", "--suite=corevia", "--environment=compose", $"--artifacts={artifacts}", $"--baselines={artifacts}/baselines", .. arguments]);
        (await Engine.LeftBy(checkout.Root)).ShouldBeEmpty();
        return (finished, new RunFiles(Path.Combine(artifacts, "corevia", "latest")));
    }
}
