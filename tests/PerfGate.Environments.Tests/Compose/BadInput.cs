using System.Net;
using System.Net.Sockets;
using PerfGate.Environments.Compose;
using PerfGate.Environments.Migrations;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Compose;

[Trait("Needs", RealEngine.Needed)]
public sealed class BadInput : IDisposable
{
    const string Sleeping = "image: perfgate/debian:12\ninit: true\ncommand: [sleep, '600']";

    readonly ComposeFolder folder = new();
    readonly string run = ComposeFolder.NewRun();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task No_engine()
    {
        await using var environment = folder.Create(
            ComposeFolder.Alone, run, new Dictionary<string, string> { ["DOCKER_HOST"] = $"unix://{folder.At("dead.sock")}" });

        var failure = await Should.ThrowAsync<EnvironmentException>(() => environment.UpAsync(CancellationToken.None));

        failure.Message.ShouldContain("No Docker engine answers");
        Directory.Exists(folder.At("artifacts")).ShouldBeFalse();
    }

    [Fact]
    public async Task No_compose_tool()
    {
        using var engine = await RealEngine.RequireAsync();
        await using var environment = folder.Create(ComposeFolder.Alone, run, new Dictionary<string, string> { ["PATH"] = folder.Root });

        var failure = await Should.ThrowAsync<EnvironmentException>(() => environment.UpAsync(CancellationToken.None));

        failure.Message.ShouldContain("No compose tool was found: neither 'docker compose' nor 'docker-compose' answers");
        failure.Message.ShouldContain("apt-get install docker-compose");
    }

    [Fact]
    public async Task An_invalid_compose_file()
    {
        folder.WriteOne("imaeg: perfgate/debian:12");

        var failure = await ShouldNotComeUpAsync(ComposeFolder.Alone);

        failure.Message.ShouldContain($"The compose file is not valid: {folder.At("perf", "compose.yml")}");
        failure.Message.ShouldContain("imaeg");
    }

    [Fact]
    public async Task A_compose_file_without_the_service_that_is_named()
    {
        folder.WriteOne(Sleeping);

        var failure = await ShouldNotComeUpAsync(ComposeFolder.Alone with { Services = ["web"] });

        failure.Message.ShouldBe("perf/compose.yml has no service 'web', which Suite.cs names. It has: api.");
    }

    [Fact]
    public async Task An_image_that_cannot_be_pulled()
    {
        folder.WriteOne("image: 127.0.0.1:1/nobody/nothing:1");

        var failure = await ShouldNotComeUpAsync(ComposeFolder.Alone);

        failure.Message.ShouldContain("The image 127.0.0.1:1/nobody/nothing:1 of 'api' is not on this machine and cannot be pulled.");
        failure.Message.ShouldContain("connection refused");
        failure.Message.ShouldContain("Build stand-ins on this machine: perf/stand-in-images.sh");
    }

    [Fact]
    public async Task A_base_image_that_cannot_be_pulled()
    {
        folder.WriteOne("build: ./app");
        folder.Write("perf/app/Dockerfile", "FROM 127.0.0.1:1/nobody/nothing:1");

        var failure = await ShouldNotComeUpAsync(ComposeFolder.Alone);

        failure.Message.ShouldContain("The images of api could not be built.");
        failure.Message.ShouldContain("perf/stand-in-images.sh");
    }

    [Fact]
    public async Task A_health_check_that_never_passes()
    {
        folder.Write("perf/compose.yml", """
            services:
              store:
                image: perfgate/debian:12
                init: true
                command: [sh, -c, "echo warming up; exec sleep 600"]
                healthcheck: {test: [CMD-SHELL, "echo not yet; exit 7"], interval: 200ms, retries: 1}
              api: {image: "perfgate/debian:12"}
            """);

        var failure = await ShouldNotComeUpAsync(ComposeFolder.Alone with
        {
            Stores = [ComposeStore.Other("store")],
            HealthyWithin = TimeSpan.FromSeconds(2),
        });

        failure.Message.ShouldContain("'store' was not healthy after 2 s: its health check says unhealthy (exit code 7");
        failure.Message.ShouldContain("not yet");
        failure.Message.ShouldContain("warming up");
        failure.Message.ShouldContain("The limit is HealthyWithin in Suite.cs");
    }

    [Fact]
    public async Task A_store_without_a_health_check()
    {
        folder.Write("perf/compose.yml", "services:\n  store: {image: 'perfgate/debian:12', init: true, command: [sleep, '600']}\n  api: {image: 'perfgate/debian:12'}");

        var failure = await ShouldNotComeUpAsync(ComposeFolder.Alone with { Stores = [ComposeStore.Other("store")] });

        failure.Message.ShouldContain("'store' has no health check");
    }

    [Fact]
    public async Task A_store_that_ends_at_once()
    {
        folder.Write("perf/compose.yml", """
            services:
              store:
                image: perfgate/debian:12
                command: [sh, -c, "echo bad setting >&2; exit 12"]
                healthcheck: {test: [CMD, "true"], interval: 200ms}
              api: {image: "perfgate/debian:12"}
            """);

        var failure = await ShouldNotComeUpAsync(ComposeFolder.Alone with { Stores = [ComposeStore.Other("store")] });

        failure.Message.ShouldContain("'store' ended by itself: exit code 12 at ");
        failure.Message.ShouldContain("bad setting");
    }

    [Fact]
    public async Task A_port_of_this_machine_that_is_taken()
    {
        using var engine = await RealEngine.RequireAsync();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        folder.WriteOne($"{Sleeping}\nports: ['{port}:8000']");

        var failure = await ShouldNotComeUpAsync(ComposeFolder.Alone);

        failure.Message.ShouldContain($"'api' wants port {port} on 127.0.0.1, which is in use by ");
        failure.Message.ShouldContain($"(process {Environment.ProcessId})");
        failure.Message.ShouldContain("take it out of ports in perf/compose.yml");
    }

    [Fact]
    public async Task A_system_that_never_gets_ready()
    {
        using var engine = await RealEngine.RequireAsync();
        folder.WriteOne(Sleeping.Replace("[sleep, '600']", "[sh, -c, 'echo waiting for the store; exec sleep 600']", StringComparison.Ordinal));
        await using var environment = folder.Create(ComposeFolder.Alone with { ReadyWithin = TimeSpan.FromSeconds(1) }, run);
        await environment.UpAsync(CancellationToken.None);
        await environment.MigrateAsync(CancellationToken.None);

        var failure = await Should.ThrowAsync<EnvironmentException>(() => environment.StartAsync(CancellationToken.None));

        failure.Message.ShouldContain("'api' was not ready after 1 s: http://127.0.0.1:");
        failure.Message.ShouldContain("waiting for the store");
        failure.Message.ShouldContain("The limit is ReadyWithin in Suite.cs");
        (await RealEngine.LeftOfAsync($"perfgate-test-{run}")).ShouldBeEmpty();
        await environment.SaveLogsAsync(folder.At("logs"), whole: true);
        File.ReadAllText(folder.At("logs", "api.log")).ShouldContain("waiting for the store");
    }

    [Fact]
    public async Task A_system_that_ends_at_once()
    {
        using var engine = await RealEngine.RequireAsync();
        folder.WriteOne("image: perfgate/debian:12\ncommand: [sh, -c, 'echo no licence; exit 12']");
        await using var environment = folder.Create(ComposeFolder.Alone, run);
        await environment.UpAsync(CancellationToken.None);
        await environment.MigrateAsync(CancellationToken.None);

        var failure = await Should.ThrowAsync<EnvironmentException>(() => environment.StartAsync(CancellationToken.None));

        failure.Message.ShouldContain("'api' ended by itself: exit code 12 at ");
        failure.Message.ShouldContain("no licence");
    }

    [Fact]
    public async Task A_migration_in_a_container_that_fails_is_told_with_its_output()
    {
        var failure = await ShouldNotMigrateAsync(Migration("apply", "check") with
        {
            By = Tool.Service("migrate") with { Variables = new Dictionary<string, string> { ["PENDING"] = "5" } },
        });

        failure.Message.ShouldContain("Migration 'schema' is not complete: its check says that something is pending (exit code 5).");
        failure.Message.ShouldContain("check for");
    }

    [Fact]
    public async Task A_migration_in_a_container_that_hangs_is_stopped_and_removed()
    {
        var failure = await ShouldNotMigrateAsync(Migration("hang", "check") with { Within = TimeSpan.FromSeconds(3) });

        failure.Message.ShouldContain("Migration 'schema' could not be applied.");
        failure.Message.ShouldContain("ran longer than the 3 s that it may take");
        failure.Message.ShouldContain("hang for");
        failure.Message.ShouldContain("Within in Suite.cs");
    }

    [Fact]
    public async Task Cancelling_in_the_middle_leaves_nothing()
    {
        using var engine = await RealEngine.RequireAsync();
        using var cancel = new CancellationTokenSource();
        await using var environment = folder.Create(ComposeFolder.Whole, run, echo: line =>
        {
            if (line.Contains(" up ", StringComparison.Ordinal))
            {
                cancel.CancelAfter(TimeSpan.FromSeconds(1));
            }
        });

        await Should.ThrowAsync<OperationCanceledException>(() => environment.UpAsync(cancel.Token));

        (await RealEngine.LeftOfAsync($"perfgate-test-{run}")).ShouldBeEmpty();
    }

    static CommandMigration Migration(string apply, string check) => new()
    {
        Name = "schema",
        By = Tool.Service("migrate"),
        Apply = [apply],
        Check = [check],
    };

    async Task<EnvironmentException> ShouldNotMigrateAsync(Migration migration)
    {
        using var engine = await RealEngine.RequireAsync();
        await using var environment = folder.Create(ComposeFolder.Alone with { Migrations = [migration] }, run);
        await environment.UpAsync(CancellationToken.None);
        var failure = await Should.ThrowAsync<EnvironmentException>(() => environment.MigrateAsync(CancellationToken.None));
        (await RealEngine.LeftOfAsync($"perfgate-test-{run}")).ShouldBeEmpty();
        await environment.SaveLogsAsync(folder.At("logs"), whole: true);
        File.Exists(folder.At("logs", "migrate-schema.log")).ShouldBeTrue();
        return failure;
    }

    async Task<EnvironmentException> ShouldNotComeUpAsync(ComposeDefinition definition)
    {
        using var engine = await RealEngine.RequireAsync();
        await using var environment = folder.Create(definition, run);
        var failure = await Should.ThrowAsync<EnvironmentException>(() => environment.UpAsync(CancellationToken.None));
        (await RealEngine.LeftOfAsync($"perfgate-test-{run}")).ShouldBeEmpty();
        return failure;
    }
}
