using Docker.DotNet.Models;
using PerfGate.Environments.Compose;
using PerfGate.Environments.Docker;
using PerfGate.Environments.Migrations;
using PerfGate.Environments.Probes;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Compose;

[Trait("Needs", RealEngine.Needed)]
public sealed class ComposeLife : IDisposable
{
    readonly ComposeFolder folder = new();
    readonly List<string> said = [];
    readonly string run = ComposeFolder.NewRun();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_goes_up_migrates_seeds_starts_and_leaves_nothing_behind()
    {
        using var engine = await RealEngine.RequireAsync();
        folder.Write("perf/seed.sql", "insert into orders select id, id from users;");
        var definition = ComposeFolder.Whole with
        {
            Variables = new Dictionary<string, string> { ["API_PASSWORD"] = "of-{run}-only" },
            Secrets = ["API_PASSWORD"],
            Limits = new Dictionary<string, ServiceLimits> { ["api"] = new(0.5, 64 << 20) },
            Migrations =
            [
                new SqlMigration { Name = "schema", Folder = "perf/migrations" },
                new CommandMigration
                {
                    Name = "more",
                    By = Tool.Service("migrate") with { Variables = new Dictionary<string, string> { ["WHO"] = "{url}" } },
                    Apply = ["apply"],
                    Check = ["check"],
                },
            ],
            Seeds = [new SqlSeed { Name = "orders", File = "perf/seed.sql", Rows = new Dictionary<string, long> { ["users"] = 10, ["public.orders"] = 10 } }],
        };
        await using var environment = folder.Create(definition, run, echo: said.Add);

        await environment.UpAsync(CancellationToken.None);
        await environment.MigrateAsync(CancellationToken.None);
        await environment.StartAsync(CancellationToken.None);

        using var client = new HttpClient { BaseAddress = environment.BaseAddress };
        (await client.GetStringAsync("/hello")).ShouldBe("ok");
        environment.BaseAddress!.Host.ShouldBe("127.0.0.1");
        environment.Services.Select(service => (service.Name, service.State)).ShouldBe(
            [("api", ServiceState.Running), ("postgres", ServiceState.Running), ("redis", ServiceState.Running)]);
        environment.Died.IsCompleted.ShouldBeFalse();
        await ShouldReadAsync(environment.Probes);
        var api = (await engine.ContainersAsync($"perfgate-test-{run}", CancellationToken.None)).Single(one => one.Service == "api");
        (api.CpuLimit, api.MemoryLimitBytes).ShouldBe((0.5, 64 << 20));

        await environment.SaveLogsAsync(folder.At("logs"), whole: false);
        File.ReadAllText(folder.At("logs", "api.log")).ShouldContain("asked GET /hello");
        File.ReadAllText(folder.At("logs", "api.log")).ShouldContain("the password is ***");
        File.ReadAllText(folder.At("logs", "postgres.log")).ShouldContain("ready to accept connections");
        File.ReadAllText(folder.At("logs", "migrate-more.log")).ShouldContain("apply for postgresql://owner:***@127.0.0.1:");

        await environment.DisposeAsync();

        (await RealEngine.LeftOfAsync($"perfgate-test-{run}")).ShouldBeEmpty();
        environment.Steps.Select(step => step.Name).ShouldBe(
        [
            "start postgres, redis", "healthy postgres, redis",
            "migrate schema: 2 of 2 files applied (1_users.sql, 2_orders.sql)", "check schema: nothing pending",
            "migrate more: 2 applied", "check more: nothing pending",
            "seed orders: 10 rows by seed.sql", "count orders: 10 in users, 10 in public.orders",
            "start api", "ready api", "down",
        ]);
        environment.Services[0].State.ShouldBe(ServiceState.Stopped);
        environment.Died.IsCompleted.ShouldBeFalse();
        Directory.GetFileSystemEntries(folder.At("artifacts", "test", run)).ShouldBeEmpty();
        string.Join('\n', said).ShouldNotContain("open-sesame-1234");
    }

    [Fact]
    public async Task An_image_that_is_built_goes_with_its_run()
    {
        using var engine = await RealEngine.RequireAsync();
        folder.WriteOne("build: ./app\ninit: true");
        folder.Write("perf/app/Dockerfile", "FROM perfgate/debian:12\nCOPY server.pl /\nCMD [\"perl\", \"/server.pl\"]");
        await using var environment = folder.Create(ComposeFolder.Alone, run);

        await environment.UpAsync(CancellationToken.None);
        await environment.MigrateAsync(CancellationToken.None);
        await environment.StartAsync(CancellationToken.None);

        using var client = new HttpClient { BaseAddress = environment.BaseAddress };
        (await client.GetStringAsync("/")).ShouldBe("ok");
        (await ImagesAsync(engine)).ShouldNotBeEmpty();

        await environment.DisposeAsync();

        environment.Steps.Select(step => step.Name).ShouldBe(["build images of api", "start api", "ready api", "down"]);
        (await ImagesAsync(engine)).ShouldBeEmpty();
    }

    async Task<IList<ImagesListResponse>> ImagesAsync(DockerEngine engine) => await engine.Client.Images.ListImagesAsync(new ImagesListParameters
    {
        Filters = new Dictionary<string, IDictionary<string, bool>>
        {
            ["label"] = new Dictionary<string, bool> { [$"perfgate.run={run}"] = true },
        },
    });

    static async Task ShouldReadAsync(IReadOnlyList<IProbe> probes)
    {
        probes.Select(probe => probe.Service).ShouldBe(["api", "postgres", "redis", "postgres", "redis"]);
        foreach (var probe in probes)
        {
            var reading = await probe.ReadAsync(CancellationToken.None);
            reading.Values.ShouldContain(value => value != null, $"{probe.GetType().Name} of {probe.Service}");
            await ((probe as IAsyncDisposable)?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }
}
