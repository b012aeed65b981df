using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using PerfGate.Environments.Embedded;
using PerfGate.Environments.Logs;
using PerfGate.Environments.Processes;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Embedded;

public sealed class EmbeddedLife : IDisposable
{
    const string Serve = "echo serving; exec sleep 60";

    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_goes_up_migrates_starts_and_leaves_nothing_behind()
    {
        await using var environment = Create(
            Service("""case "$1" in migrate) echo "2 applied, 0 pending" > "$DB"; cat "$DB";; check) test -f "$DB";; seed) echo seeded >> "$DB";; *) """ + Serve + ";; esac") with
            {
                Variables = new Dictionary<string, string> { ["DB"] = "{data}/store", ["WHO"] = "{run}" },
            },
            Migration("migrate", "check", "seed"));

        await environment.UpAsync(CancellationToken.None);
        await environment.MigrateAsync(CancellationToken.None);
        File.ReadAllText(folder.At("run", "data", "store")).ShouldBe("2 applied, 0 pending\nseeded\n");
        await environment.StartAsync(CancellationToken.None);

        var service = environment.Services.ShouldHaveSingleItem();
        service.State.ShouldBe(ServiceState.Running);
        environment.BaseAddress.ShouldBe(service.Url);
        environment.Died.IsCompleted.ShouldBeFalse();
        (await environment.Probes.ShouldHaveSingleItem().ReadAsync(CancellationToken.None)).Values.ShouldAllBe(value => value != null);

        await environment.DisposeAsync();

        Shell.IsAlive(service.ProcessId!.Value).ShouldBeFalse();
        environment.Steps.Select(step => step.Name).ShouldBe(
            ["migrate schema: 2 applied, 0 pending", "check schema: nothing pending", "seed schema", "start api", "down"]);
        environment.Services[0].State.ShouldBe(ServiceState.Stopped);
        environment.Died.IsCompleted.ShouldBeFalse();
        Directory.GetFileSystemEntries(folder.At("run")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failed_migration_is_told_with_its_output_and_leaves_nothing_but_logs()
    {
        await using var environment = Create(
            Service("echo no such table; exit 9"), Migration("migrate", "check"));
        await environment.UpAsync(CancellationToken.None);

        var failure = await Should.ThrowAsync<ProcessFailedException>(() => environment.MigrateAsync(CancellationToken.None));

        failure.Message.ShouldContain("Migration 'schema' could not be applied (exit code 9)");
        failure.Message.ShouldContain("no such table");
        Directory.Exists(folder.At("run", "data")).ShouldBeFalse();
        await environment.SaveLogsAsync(folder.At("logs"), whole: true);
        File.ReadAllText(folder.At("logs", "migrate-api.log")).ShouldContain("no such table");
    }

    [Fact]
    public async Task Something_still_pending_after_migrating_is_an_error()
    {
        await using var environment = Create(
            Service("exit $1"), Migration("0", "3"));
        await environment.UpAsync(CancellationToken.None);

        var failure = await Should.ThrowAsync<ProcessFailedException>(() => environment.MigrateAsync(CancellationToken.None));

        failure.Message.ShouldContain("something is pending (exit code 3)");
    }

    [Fact]
    public async Task It_is_ready_when_the_url_answers_200_to_399()
    {
        var asked = 0;
        await using var environment = Create(Service(Serve) with { ReadyPath = "/health" });
        await UpToStartAsync(environment);
        using var server = new StubServer(environment.BaseAddress!.Port, () => Interlocked.Increment(ref asked) < 4 ? 503 : 302);

        await environment.StartAsync(CancellationToken.None);

        asked.ShouldBe(4);
    }

    [Fact]
    public async Task One_that_never_gets_ready_is_told_with_the_last_answer_the_limit_and_its_log()
    {
        await using var environment = Create(Service("echo waiting for the store; exec sleep 60") with { ReadyPath = "/health", ReadyWithin = TimeSpan.FromMilliseconds(700) });
        await UpToStartAsync(environment);
        using var server = new StubServer(environment.BaseAddress!.Port, () => 503);

        var failure = await Should.ThrowAsync<EnvironmentException>(() => environment.StartAsync(CancellationToken.None));

        failure.Message.ShouldContain($"'api' was not ready after 700 ms: {environment.BaseAddress}health answered 503");
        failure.Message.ShouldContain("waiting for the store");
        failure.Message.ShouldContain("ReadyWithin in Suite.cs");
        Shell.IsAlive(environment.Services[0].ProcessId!.Value).ShouldBeFalse();
    }

    [Fact]
    public async Task One_that_nobody_listens_to_is_told_so()
    {
        await using var environment = Create(Service(Serve) with { ReadyPath = "/", ReadyWithin = TimeSpan.FromMilliseconds(300) });
        await UpToStartAsync(environment);

        var failure = await Should.ThrowAsync<EnvironmentException>(() => environment.StartAsync(CancellationToken.None));

        failure.Message.ShouldContain("refused the connection");
    }

    [Fact]
    public async Task One_that_ends_before_it_is_ready_is_told_at_once_with_its_exit_code_and_last_words()
    {
        await using var environment = Create(Service("echo bad setting >&2; exit 12") with { ReadyPath = "/", ReadyWithin = TimeSpan.FromMinutes(5) });
        await UpToStartAsync(environment);
        var watch = Stopwatch.StartNew();

        var failure = await Should.ThrowAsync<EnvironmentException>(() => environment.StartAsync(CancellationToken.None));

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        failure.Message.ShouldContain("'api' ended by itself before it was ready: exit code 12");
        failure.Message.ShouldContain("bad setting");
        environment.Services[0].State.ShouldBe(ServiceState.Died);
    }

    [Fact]
    public async Task A_service_that_dies_in_the_middle_is_told_by_Died()
    {
        await using var environment = Create(Service("echo the end is near; read x < \"$FIFO\"; exit 134") with
        {
            Variables = new Dictionary<string, string> { ["FIFO"] = await FifoAsync() },
        });
        await UpToStartAsync(environment);
        await environment.StartAsync(CancellationToken.None);
        environment.Died.IsCompleted.ShouldBeFalse();

        await File.WriteAllTextAsync(await FifoAsync(), "die\n");
        var sentence = await environment.Died.WaitAsync(TimeSpan.FromSeconds(20));

        sentence.ShouldContain("'api' ended by itself while it should run: exit code 134 (SIGABRT");
        sentence.ShouldContain("the end is near");
        environment.Services[0].State.ShouldBe(ServiceState.Died);
        environment.Services[0].ExitCode.ShouldBe(134);
    }

    [Fact]
    public async Task A_service_that_dies_while_the_next_one_starts_ends_the_start()
    {
        await using var environment = Create(
            Service("sleep 0.3; exit 8"),
            more: Service(Serve, "web") with { ReadyPath = "/", ReadyWithin = TimeSpan.FromMinutes(5) });
        await UpToStartAsync(environment);

        var failure = await Should.ThrowAsync<EnvironmentException>(() => environment.StartAsync(CancellationToken.None));

        failure.Message.ShouldContain("'api' ended by itself while it should run: exit code 8");
        environment.Services.Select(service => service.State).ShouldBe([ServiceState.Died, ServiceState.Stopped]);
        Shell.IsAlive(environment.Services[1].ProcessId!.Value).ShouldBeFalse();
    }

    [Fact]
    public async Task Services_learn_each_others_addresses()
    {
        await using var environment = Create(Service("echo $PEER $PORT; exec sleep 60") with
        {
            Variables = new Dictionary<string, string> { ["PEER"] = "{url:web}", ["PORT"] = "{port}" },
        }, more: Service(Serve, "web"));
        await UpToStartAsync(environment);
        await environment.StartAsync(CancellationToken.None);

        var peer = environment.Services[1].Url!.ToString().TrimEnd('/');
        await Shell.Eventually(() => File.ReadAllText(folder.At("run", "system", "api.log")).Length > 0);
        File.ReadAllText(folder.At("run", "system", "api.log")).Trim().ShouldBe($"{peer} {environment.BaseAddress!.Port}");
    }

    [Fact]
    public async Task A_project_that_is_not_there_is_named()
    {
        await using var environment = Create(new ServiceDefinition { Name = "api", Project = "Api/Api.csproj" });

        var failure = await Should.ThrowAsync<EnvironmentException>(() => environment.UpAsync(CancellationToken.None));

        failure.Message.ShouldContain(folder.At("Api", "Api.csproj"));
    }

    [Fact]
    public async Task A_fixed_port_in_use_is_an_error_before_anything_is_written()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await using var environment = Create(Service(Serve) with { Port = port });

        var failure = await Should.ThrowAsync<EnvironmentException>(() => environment.UpAsync(CancellationToken.None));

        failure.Message.ShouldContain($"port {port} on 127.0.0.1, which is in use by");
        failure.Message.ShouldContain($"process {Environment.ProcessId}");
        failure.Message.ShouldContain("Port = 0 in Suite.cs");
        Directory.Exists(folder.At("run")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_fixed_port_that_is_free_is_taken()
    {
        var port = Ports.PickFree();
        await using var environment = Create(Service(Serve) with { Port = port });

        await environment.UpAsync(CancellationToken.None);

        environment.BaseAddress.ShouldBe(new Uri($"http://127.0.0.1:{port}"));
    }

    [Fact]
    public async Task Cancelling_in_the_middle_of_a_start_is_prompt_and_leaves_nothing()
    {
        await using var environment = Create(Service("trap '' TERM; while :; do sleep 0.05; done") with { ReadyPath = "/", ReadyWithin = TimeSpan.FromMinutes(5) });
        await UpToStartAsync(environment);
        using var cancelled = new CancellationTokenSource();
        var starting = environment.StartAsync(cancelled.Token);
        await Shell.Eventually(() => environment.Services[0].ProcessId is not null);
        var watch = Stopwatch.StartNew();

        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => starting);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        Shell.IsAlive(environment.Services[0].ProcessId!.Value).ShouldBeFalse();
        Directory.Exists(folder.At("run", "data")).ShouldBeFalse();
    }

    [Fact]
    public async Task Disposing_in_the_middle_of_a_step_cancels_that_step()
    {
        var environment = Create(Service("sleep 60"), Migration("migrate", "check"));
        await environment.UpAsync(CancellationToken.None);
        var migrating = environment.MigrateAsync(CancellationToken.None);

        await environment.DisposeAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => migrating);
        Directory.GetFileSystemEntries(folder.At("run")).ShouldBeEmpty();
        await environment.DisposeAsync();
    }

    [Fact]
    public async Task Aborting_cuts_the_grace_of_a_teardown_short()
    {
        var environment = Create(Service("trap '' TERM; echo up; while :; do sleep 0.05; done"), stopWithin: TimeSpan.FromMinutes(2));
        await UpToStartAsync(environment);
        await environment.StartAsync(CancellationToken.None);
        var watch = Stopwatch.StartNew();

        var disposing = environment.DisposeAsync();
        environment.Abort();
        await disposing;

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        Shell.IsAlive(environment.Services[0].ProcessId!.Value).ShouldBeFalse();
    }

    [Fact]
    public async Task Disposing_before_anything_happened_writes_and_says_nothing()
    {
        var environment = Create(Service(Serve));

        await environment.DisposeAsync();
        await environment.DisposeAsync();

        environment.Steps.ShouldBeEmpty();
        Directory.Exists(folder.At("run")).ShouldBeFalse();
        Should.Throw<ObjectDisposedException>(() => environment.UpAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Steps_out_of_order_are_refused()
    {
        await using var environment = Create(Service(Serve));

        Should.Throw<InvalidOperationException>(() => environment.StartAsync(CancellationToken.None)).Message.ShouldContain("is New");
    }

    [Fact]
    public async Task Data_is_kept_when_that_is_wished()
    {
        var environment = Create(Service(Serve), keepData: true);
        await environment.UpAsync(CancellationToken.None);

        await environment.DisposeAsync();

        Directory.Exists(folder.At("run", "data")).ShouldBeTrue();
    }

    [Fact]
    public async Task Saved_logs_are_whole_or_their_last_lines_and_hold_no_secrets()
    {
        await using var environment = Create(Service("echo key $KEY; seq 1 100000; echo end; exec sleep 60") with
        {
            Variables = new Dictionary<string, string> { ["KEY"] = "k1" },
            Secrets = ["KEY"],
        });
        await UpToStartAsync(environment);
        await environment.StartAsync(CancellationToken.None);
        await Shell.Eventually(() => File.ReadAllText(folder.At("run", "system", "api.log")).EndsWith("end\n", StringComparison.Ordinal));

        await environment.SaveLogsAsync(folder.At("whole"), whole: true);
        await environment.SaveLogsAsync(folder.At("tail"), whole: false);

        var whole = File.ReadAllLines(folder.At("whole", "api.log"));
        whole[0].ShouldBe("key ***");
        whole.Length.ShouldBe(100_002);
        var tail = File.ReadAllLines(folder.At("tail", "api.log"));
        tail.Length.ShouldBeInRange(100, 20_000);
        tail.ShouldBe(whole[^tail.Length..]);
    }

    [Fact]
    public async Task What_logs_told_since_then_is_read_from_both_streams_with_times_and_without_secrets()
    {
        await using var environment = Create(
            Service("""echo "ERROR: too early"; read x < "$FIFO"; echo "fail: Shop[1]"; echo "      no $KEY"; echo fine; echo "panic: no more" >&2; exec sleep 60""") with
            {
                Variables = new Dictionary<string, string> { ["KEY"] = "k1-k1", ["FIFO"] = await FifoAsync() },
                Secrets = ["KEY"],
            },
            more: Service(Serve, "web"));
        (await environment.ReadLogsAsync(DateTimeOffset.MinValue, CancellationToken.None)).ShouldBeEmpty("nothing has started");
        await UpToStartAsync(environment);
        await environment.StartAsync(CancellationToken.None);
        await EventuallyAsync(async () => (await environment.ReadLogsAsync(DateTimeOffset.MinValue, CancellationToken.None)).All(log => log.Lines == 1));
        var since = TimeProvider.System.GetUtcNow();
        await File.WriteAllTextAsync(await FifoAsync(), "go\n");
        await EventuallyAsync(async () => (await environment.ReadLogsAsync(since, CancellationToken.None))[0].Lines == 4);

        var logs = await environment.ReadLogsAsync(since, CancellationToken.None);

        logs.Select(log => (log.Service, log.Lines)).ShouldBe([("api", 4), ("web", 0)]);
        logs[0].Matches.Select(match => (match.Kind, match.Count, match.Example)).ShouldBe(
            [(LogKind.Panic, 1, "panic: no more"), (LogKind.Error, 1, "fail: Shop[1] no ***")]);
        logs[0].Matches[0].First.ShouldNotBeNull().ShouldBeInRange(since, TimeProvider.System.GetUtcNow());
        logs[1].Matches.ShouldBeEmpty();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => environment.ReadLogsAsync(since, cancelled.Token));
    }

    string Script => folder.At("api.sh");

    ServiceDefinition Service(string script, string name = "api") =>
        new() { Name = name, Program = "/bin/sh", Arguments = [folder.Write($"{name}.sh", script)] };

    // The same script, told by its first argument what to do.
    MigrationDefinition Migration(string apply, string check, string? seed = null) =>
        new() { Name = "schema", Apply = [Script, apply], Check = [Script, check], Seed = seed is null ? null : [Script, seed] };

    EmbeddedEnvironment Create(
        ServiceDefinition service,
        MigrationDefinition? migration = null,
        ServiceDefinition? more = null,
        bool keepData = false,
        TimeSpan? stopWithin = null) => new(
            new EmbeddedDefinition { Services = more is null ? [service] : [service, more], Migrations = migration is null ? [] : [migration], DefinedIn = "Suite.cs" },
            new EnvironmentOptions
            {
                RunId = "run-1",
                RunFolder = folder.At("run"),
                Root = folder.Root,
                KeepData = keepData,
                LockFolder = folder.At("locks"),
                StopWithin = stopWithin ?? TimeSpan.FromSeconds(5),
            },
            TimeProvider.System);

    static async Task UpToStartAsync(EmbeddedEnvironment environment)
    {
        await environment.UpAsync(CancellationToken.None);
        await environment.MigrateAsync(CancellationToken.None);
    }

    static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 1000 && !await holds(); tries++)
        {
            await Task.Delay(10);
        }

        (await holds()).ShouldBeTrue("It did not come true within 10 s.");
    }

    async Task<string> FifoAsync()
    {
        var fifo = folder.At("fifo");
        if (!File.Exists(fifo))
        {
            await new ProcessRunner(TimeProvider.System).RequireAsync(new ProcessCommand("mkfifo", fifo), CancellationToken.None);
        }

        return fifo;
    }
}
