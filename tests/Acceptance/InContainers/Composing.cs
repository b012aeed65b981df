using Acceptance.Harness;

namespace Acceptance.InContainers;

/// <summary>./build.sh --target=Perf --environment=compose on a real engine.</summary>
public sealed class Composing(Checkout checkout)
{
    string Artifacts(string name) => Path.Combine(checkout.Root, "artifacts", name);

    static RunFiles Run(string artifacts) => new(Path.Combine(artifacts, "zenzefi", "latest"));

    [Fact]
    public async Task Two_runs_at_once_end_well_see_inside_every_service_and_leave_nothing()
    {
        await Engine.Needed();
        string[] places = [Artifacts("composed-one"), Artifacts("composed-two")];
        var both = await Task.WhenAll(places.Select(artifacts => checkout.Build(
            Engine.Reachable, "--target=Perf", "--environment=compose", "--time-scale=0.3", $"--artifacts={artifacts}", $"--baselines={artifacts}/baselines")));

        foreach (var (finished, artifacts) in both.Zip(places))
        {
            finished.ExitCode.ShouldBe(0, finished.Everything);
            SawEverything(Run(artifacts));
        }

        Processes.Of(checkout.Root).ShouldBeEmpty();
        (await Engine.LeftBy(checkout.Root)).ShouldBeEmpty();
    }

    static void SawEverything(RunFiles files)
    {
        var run = files.Run;
        run.GetProperty("environment").GetString().ShouldBe("compose");
        run.GetProperty("totals").GetProperty("failures").GetInt64().ShouldBe(0);
        run.GetProperty("systemRequests").GetInt64().ShouldBe(
            run.GetProperty("totals").GetProperty("requests").GetInt64() + run.GetProperty("warmUp").GetProperty("requests").GetInt64());
        var resources = run.GetProperty("resources").EnumerateArray().ToDictionary(r => r.GetProperty("service").GetString()!);
        foreach (var service in new[] { "api", "postgres", "redis" })
        {
            resources.Keys.ShouldContain(service);
            resources[service].GetProperty("peakMemoryBytes").GetInt64().ShouldBeGreaterThan(0);
        }

        var connections = resources["postgres"].GetProperty("metrics").EnumerateArray()
            .Where(m => m.GetProperty("chart").GetString() == "PostgreSQL connections").ToList();
        connections.ShouldNotBeEmpty();
        connections[0].GetProperty("limit").GetDouble().ShouldBe(100);
        files.Report.ShouldContain("PostgreSQL connections");
    }

    [Fact]
    public async Task A_service_that_leaks_into_its_memory_limit_makes_the_run_invalid_and_is_named_with_the_time()
    {
        await Engine.Needed();
        var artifacts = Artifacts("composed-leak");
        var finished = await checkout.Build(
            new Dictionary<string, string>(Engine.Reachable) { ["FAULT_LEAK_KB"] = "64" },
            "--target=Perf", "--environment=compose", "--memory=api:64MiB", "--time-scale=0.5", $"--artifacts={artifacts}", $"--baselines={artifacts}/baselines");

        finished.ExitCode.ShouldBe(4, finished.Everything);
        var evidence = Run(artifacts).Result.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("evidence").GetString()!).ToList();
        evidence.ShouldContain(e => e.Contains("'api'", StringComparison.Ordinal) && e.Contains("OOM kill", StringComparison.Ordinal) && e.Contains("UTC", StringComparison.Ordinal));
        (await Engine.LeftBy(checkout.Root)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancelling_takes_the_containers_down()
    {
        await Engine.Needed();
        await using var build = checkout.Start(Engine.Reachable, "--target=Perf", "--environment=compose", $"--artifacts={Artifacts("composed-cancelled")}");
        await build.Shows(" req/s ", TimeSpan.FromMinutes(3));
        (await Engine.LeftBy(checkout.Root)).ShouldNotBeEmpty();
        build.Signal("INT");
        (await build.Finish(TimeSpan.FromSeconds(30))).ExitCode.ShouldBe(130);
        (await Engine.LeftBy(checkout.Root)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_killed_run_left_is_cleaned_away_and_nothing_else()
    {
        await Engine.Needed();
        var stranger = $"perfgate-stranger-{Guid.NewGuid():N}";
        (await Command.Run("/", "docker", ["run", "--detach", "--name", stranger, "--label", "perfgate.somebody=else", "perfgate/debian:12", "sleep", "600"])).ExitCode.ShouldBe(0);
        try
        {
            await using (var build = checkout.Start(Engine.Reachable, "--target=Perf", "--environment=compose", $"--artifacts={Artifacts("composed-killed")}"))
            {
                await build.Shows(" req/s ", TimeSpan.FromMinutes(3));
                build.Signal("KILL");
                await build.Finish(TimeSpan.FromSeconds(10));
            }

            (await Engine.LeftBy(checkout.Root)).ShouldNotBeEmpty("a killed run cannot take anything down");
            var cleaned = await checkout.Build(Engine.Reachable, "--target=PerfClean", $"--artifacts={Artifacts("composed-killed")}");
            cleaned.ExitCode.ShouldBe(0, cleaned.Everything);
            (await Engine.LeftBy(checkout.Root)).ShouldBeEmpty();
            (await Engine.Containers("perfgate.somebody=else")).ShouldContain($"/{stranger}");
        }
        finally
        {
            await Command.Run("/", "docker", ["rm", "--force", stranger]);
        }
    }
}
