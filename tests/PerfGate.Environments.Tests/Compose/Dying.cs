using PerfGate.Environments.Compose;
using PerfGate.Environments.Docker;
using PerfGate.Environments.Processes;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Compose;

[Trait("Needs", RealEngine.Needed)]
public sealed class Dying : IDisposable
{
    static readonly ProcessRunner Runner = new(TimeProvider.System);

    readonly ComposeFolder folder = new();
    readonly string run = ComposeFolder.NewRun();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_service_that_ends_is_told_with_its_exit_code_time_and_last_words()
    {
        await using var environment = await StartAsync(ComposeFolder.Alone);

        await AskAsync(environment, "/exit");

        (await DeathAsync(environment)).ShouldMatch(
            @"^'api' ended by itself: exit code 3 at \d\d:\d\d:\d\d UTC, [\d.]+ m?s after its start\. Its last lines:\n(.*\n)*    asked GET /exit");
        environment.Services[0].State.ShouldBe(ServiceState.Died);
        environment.Services[0].ExitCode.ShouldBe(3);
        await environment.SaveLogsAsync(folder.At("logs"), whole: true);
        File.ReadAllText(folder.At("logs", "api.log")).ShouldContain("asked GET /exit");
    }

    [Fact]
    public async Task A_service_beyond_its_memory_is_told_as_an_OOM_kill_with_its_limit()
    {
        await using var environment = await StartAsync(ComposeFolder.Alone with
        {
            Limits = new Dictionary<string, ServiceLimits> { ["api"] = new(MemoryBytes: 32 << 20) },
        });

        await AskAsync(environment, "/eat");

        (await DeathAsync(environment)).ShouldMatch(
            @"^'api' ran out of memory \(its limit is 32 MiB\) and was killed by the kernel \(OOM kill\) at \d\d:\d\d:\d\d UTC");
    }

    [Fact]
    public async Task A_service_that_the_engine_restarts_is_told_as_such()
    {
        await using var environment = await StartAsync(ComposeFolder.Alone, more: "restart: always");

        await AskAsync(environment, "/exit");

        (await DeathAsync(environment)).ShouldStartWith("'api' ended by itself and was restarted by the engine once, the last time at ");
    }

    [Fact]
    public async Task A_container_that_somebody_removes_is_told_as_gone()
    {
        await using var environment = await StartAsync(ComposeFolder.Alone);
        using var engine = await RealEngine.RequireAsync();
        var api = (await engine.ContainersAsync($"perfgate-test-{run}", CancellationToken.None)).Single();
        await Task.Delay(TimeSpan.FromSeconds(1));

        await Runner.RequireAsync(new ProcessCommand("docker", "rm", "--force", api.Id), CancellationToken.None);

        (await DeathAsync(environment)).ShouldContain("'api'");
    }

    [Fact]
    public async Task An_engine_that_goes_away_is_told_once_it_stays_away_and_the_rest_is_left_to_PerfClean()
    {
        var said = new List<string>();
        var variables = new Dictionary<string, string> { ["DOCKER_HOST"] = $"unix://{folder.At("proxy.sock")}" };
        var proxy = new SocketProxy(folder.At("proxy.sock"), "/var/run/docker.sock");
        var environment = await StartAsync(ComposeFolder.Alone, variables, said.Add);

        proxy.Dispose();

        (await DeathAsync(environment)).ShouldStartWith("The Docker engine went away in the middle: it has not answered for ");
        await environment.SaveLogsAsync(folder.At("logs"), whole: true);
        await environment.DisposeAsync();
        environment.Steps[^1].Name.ShouldBe("down, but whether all of it is gone could not be seen");
        said[^1].ShouldContain("--target=PerfClean");
        (await RealEngine.LeftOfAsync($"perfgate-test-{run}")).ShouldNotBeEmpty();

        using var engine = await RealEngine.RequireAsync();
        await new EngineSweep(engine, TimeProvider.System).RemoveAsync($"com.docker.compose.project=perfgate-test-{run}", CancellationToken.None);
    }

    [Fact]
    public async Task Aborting_takes_everything_down_at_once_and_is_no_death()
    {
        await using var environment = await StartAsync(ComposeFolder.Alone);

        environment.Abort();

        (await RealEngine.LeftOfAsync($"perfgate-test-{run}")).ShouldBeEmpty();
        environment.Died.IsCompleted.ShouldBeFalse();
    }

    async Task<ComposeEnvironment> StartAsync(
        ComposeDefinition definition, IReadOnlyDictionary<string, string>? variables = null, Action<string>? echo = null, string more = "")
    {
        using var engine = await RealEngine.RequireAsync();
        folder.WriteApiAlone(more);
        var environment = folder.Create(definition, run, variables, echo);
        await environment.UpAsync(CancellationToken.None);
        await environment.MigrateAsync(CancellationToken.None);
        await environment.StartAsync(CancellationToken.None);
        return environment;
    }

    static async Task AskAsync(ComposeEnvironment environment, string path)
    {
        using var client = new HttpClient { BaseAddress = environment.BaseAddress };
        await Should.ThrowAsync<HttpRequestException>(() => client.GetStringAsync(path));
    }

    static Task<string> DeathAsync(ComposeEnvironment environment) => environment.Died.WaitAsync(TimeSpan.FromSeconds(30));
}
