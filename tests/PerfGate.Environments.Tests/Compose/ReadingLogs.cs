using PerfGate.Environments.Compose;
using PerfGate.Environments.Logs;
using PerfGate.Environments.Processes;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Compose;

[Trait("Needs", RealEngine.Needed)]
public sealed class ReadingLogs : IDisposable
{
    readonly ComposeFolder folder = new();
    readonly List<string> said = [];
    readonly string run = ComposeFolder.NewRun();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_service_and_store_is_read_since_then_both_streams_with_times_and_without_secrets()
    {
        using var engine = await RealEngine.RequireAsync();
        folder.Write("perf/app/server.pl", File.ReadAllText(folder.At("perf", "app", "server.pl")).Replace(
            "print \"asked $line\";",
            "print \"asked $line\"; warn \"ERROR: no $ENV{API_PASSWORD}\\n   at some place\\n\" if $line =~ m{/warn};",
            StringComparison.Ordinal));
        var definition = ComposeFolder.Whole with
        {
            Variables = new Dictionary<string, string> { ["API_PASSWORD"] = "of-{run}-only" },
            Secrets = ["API_PASSWORD"],
        };
        await using var environment = await StartAsync(definition);
        using var client = new HttpClient { BaseAddress = environment.BaseAddress };
        await client.GetStringAsync("/warn?early");
        // The engine's clock is this machine's.
        await Task.Delay(20);
        var since = TimeProvider.System.GetUtcNow();
        await client.GetStringAsync("/warn");
        await client.GetStringAsync("/warn");
        var postgres = (await engine.ContainersAsync($"perfgate-test-{run}", CancellationToken.None)).Single(one => one.Service == "postgres");
        await new ProcessRunner(TimeProvider.System).RunAsync(
            new ProcessCommand(
                "docker", "exec", "-e", "PGPASSWORD=open-sesame-1234", postgres.Id,
                "psql", "-h", "127.0.0.1", "-U", "owner", "-d", "shop", "-c", "SELECT 'deadlock detected', 1/0"),
            CancellationToken.None);

        IReadOnlyList<ServiceLog> logs = [];
        for (var tries = 0; tries < 100 && (logs.Count == 0 || logs.Single(log => log.Service == "api").Lines < 6); tries++)
        {
            logs = await environment.ReadLogsAsync(since, CancellationToken.None);
        }

        logs.Select(log => log.Service).ShouldBe(["api", "postgres", "redis"], ignoreOrder: true);
        var api = logs.Single(log => log.Service == "api");
        api.Lines.ShouldBe(6);
        var match = api.Matches.ShouldHaveSingleItem();
        (match.Kind, match.Count, match.Example).ShouldBe((LogKind.Error, 2, "ERROR: no ***"));
        match.First.ShouldNotBeNull().ShouldBeInRange(since, match.Last!.Value);
        match.Last.Value.ShouldBeLessThanOrEqualTo(TimeProvider.System.GetUtcNow());
        var store = logs.Single(log => log.Service == "postgres");
        store.Lines.ShouldBeGreaterThanOrEqualTo(2, "the error and its statement");
        var inStore = store.Matches.ShouldHaveSingleItem();
        (inStore.Kind, inStore.Count).ShouldBe((LogKind.Error, 1));
        inStore.Example.ShouldEndWith("ERROR:  division by zero");
        var whole = await environment.ReadLogsAsync(DateTimeOffset.MinValue, CancellationToken.None);
        whole.Single(log => log.Service == "postgres").Lines.ShouldBeGreaterThan(store.Lines + 3);
        said.ShouldNotContain(line => line.Contains("could not be read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_log_is_read_whole_and_a_line_beyond_the_engines_buffer_is_one()
    {
        using var engine = await RealEngine.RequireAsync();
        folder.WriteOne("""
            image: perfgate/debian:12
            command: [perl, -e, 'print "line $$_ of many that say nothing\n" for 1..200000; print "ERROR: ", "x" x 50000, "\n", "panic: out\n"; exec "perl", "/app/server.pl"']
            volumes: ['./app:/app:ro']
            init: true
            """);
        await using var environment = await StartAsync(ComposeFolder.Alone);

        // The engine takes its time to write down what a service said all at once.
        var log = (await environment.ReadLogsAsync(DateTimeOffset.UnixEpoch, CancellationToken.None)).ShouldHaveSingleItem();
        for (var again = 0; again < 20 && log.Lines < 200_003; again++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            log = (await environment.ReadLogsAsync(DateTimeOffset.UnixEpoch, CancellationToken.None)).ShouldHaveSingleItem();
        }

        log.Lines.ShouldBeInRange(200_003, 200_005, "and what the server says of being asked");
        log.Matches.Select(match => (match.Kind, match.Count)).ShouldBe([(LogKind.Panic, 1), (LogKind.Error, 1)]);
        log.Matches[1].Example.Length.ShouldBe(300);
    }

    [Fact]
    public async Task A_log_that_cannot_be_read_is_missing_and_that_is_said()
    {
        using var engine = await RealEngine.RequireAsync();
        folder.WriteApiAlone("logging: {driver: none}");
        await using var environment = await StartAsync(ComposeFolder.Alone);

        (await environment.ReadLogsAsync(DateTimeOffset.UnixEpoch, CancellationToken.None)).ShouldBeEmpty();

        said[^1].ShouldStartWith("The log of 'api' could not be read: ");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => environment.ReadLogsAsync(DateTimeOffset.UnixEpoch, cancelled.Token));
    }

    [Fact]
    public async Task Before_the_beginning_and_after_the_end_there_is_nothing_to_read()
    {
        var environment = folder.Create(ComposeFolder.Alone, run);

        (await environment.ReadLogsAsync(DateTimeOffset.UnixEpoch, CancellationToken.None)).ShouldBeEmpty();
        await environment.DisposeAsync();
        (await environment.ReadLogsAsync(DateTimeOffset.UnixEpoch, CancellationToken.None)).ShouldBeEmpty();
    }

    async Task<ComposeEnvironment> StartAsync(ComposeDefinition definition)
    {
        var environment = folder.Create(definition, run, echo: said.Add);
        await environment.UpAsync(CancellationToken.None);
        await environment.MigrateAsync(CancellationToken.None);
        await environment.StartAsync(CancellationToken.None);
        return environment;
    }
}
