using System.Globalization;
using System.Net;
using Docker.DotNet.Models;

namespace Docker.DotNet.Tests.Real;

[Trait("Needs", RealEngine.Needed)]
public sealed class InspectingContainers(RealEngine engine)
{
    [Fact(Timeout = 60_000)]
    public async Task Those_that_run_are_listed_and_the_others_on_request()
    {
        using var client = engine.Connect();
        var mark = $"perfgate.mark={Guid.NewGuid():N}";
        var running = await engine.RunAsync("sleep 60", "--label", mark);
        var ended = await engine.RunToEndAsync("exit 0", "--label", mark);
        var wish = new ContainersListParameters { Filters = RealEngine.Filter("label", mark) };
        (await client.Containers.ListContainersAsync(wish)).ShouldHaveSingleItem().ID.ShouldBe(running);
        wish.All = true;
        var all = await client.Containers.ListContainersAsync(wish);
        all.Select(container => container.ID).ShouldBe([running, ended], ignoreOrder: true);
        all.Single(container => container.ID == ended).State.ShouldBe("exited");
        wish.Limit = 1;
        (await client.Containers.ListContainersAsync(wish)).ShouldHaveSingleItem().ID.ShouldBe(ended);
    }

    [Fact(Timeout = 60_000)]
    public async Task One_in_the_list_says_what_it_is()
    {
        using var client = engine.Connect();
        var name = $"perfgate-test-{Guid.NewGuid():N}";
        var id = await engine.RunAsync("sleep 60", "--name", name, "--publish", "127.0.0.1::80", "--label", "team=blue");
        var container = (await client.Containers.ListContainersAsync(
            new ContainersListParameters { Filters = RealEngine.Filter("id", id) })).ShouldHaveSingleItem();
        container.Names.ShouldBe([$"/{name}"]);
        container.Image.ShouldBe(engine.Image);
        container.State.ShouldBe("running");
        container.Status.ShouldStartWith("Up");
        container.Labels["team"].ShouldBe("blue");
        container.Created.ShouldBeInRange(DateTime.UtcNow.AddMinutes(-2), DateTime.UtcNow.AddMinutes(1));
        var port = container.Ports.ShouldHaveSingleItem();
        port.IP.ShouldBe("127.0.0.1");
        port.PrivatePort.ShouldBe((ushort)80);
        port.PublicPort.ShouldBeGreaterThan((ushort)1023);
        port.Type.ShouldBe("tcp");
    }

    [Fact(Timeout = 60_000)]
    public async Task One_that_runs_says_since_when_and_within_which_limits()
    {
        using var client = engine.Connect();
        var id = await engine.RunAsync(
            "sleep 60", "--cpus", "0.5", "--memory", "64m", "--cpuset-cpus", "0", "--publish", "127.0.0.1::80", "--expose", "81");
        var container = await client.Containers.InspectContainerAsync(id);
        container.ID.ShouldBe(id);
        container.State.Status.ShouldBe("running");
        container.State.Running.ShouldBeTrue();
        container.State.OOMKilled.ShouldBeFalse();
        container.State.Pid.ShouldBeGreaterThan(0);
        container.State.Health.ShouldBeNull();
        Time(container.State.StartedAt).ShouldBeGreaterThanOrEqualTo(new DateTimeOffset(container.Created));
        container.State.FinishedAt.ShouldBe("0001-01-01T00:00:00Z");
        container.RestartCount.ShouldBe(0);
        container.HostConfig.NanoCPUs.ShouldBe(500_000_000);
        container.HostConfig.Memory.ShouldBe(64 << 20);
        container.HostConfig.CpusetCpus.ShouldBe("0");
        container.Config.Image.ShouldBe(engine.Image);
        container.Config.Tty.ShouldBeFalse();
        container.Config.Labels.ShouldContainKey("perfgate.test");
        var binding = container.NetworkSettings.Ports["80/tcp"].ShouldHaveSingleItem();
        binding.HostIP.ShouldBe("127.0.0.1");
        int.Parse(binding.HostPort, CultureInfo.InvariantCulture).ShouldBeInRange(1024, 65535);
        container.NetworkSettings.Ports["81/tcp"].ShouldBeNull();
    }

    [Fact(Timeout = 60_000)]
    public async Task One_that_ended_says_how_and_when()
    {
        using var client = engine.Connect();
        var state = (await client.Containers.InspectContainerAsync(await engine.RunToEndAsync("sleep 0.5; exit 3"))).State;
        state.Status.ShouldBe("exited");
        state.Running.ShouldBeFalse();
        state.ExitCode.ShouldBe(3);
        state.OOMKilled.ShouldBeFalse();
        Time(state.FinishedAt).ShouldBeGreaterThanOrEqualTo(Time(state.StartedAt));
    }

    [Fact(Timeout = 60_000)]
    public async Task One_that_took_too_much_memory_says_so()
    {
        using var client = engine.Connect();
        var id = await engine.RunToEndAsync("exec tail /dev/zero", "--memory", "16m", "--memory-swap", "16m");
        var state = (await client.Containers.InspectContainerAsync(id)).State;
        state.OOMKilled.ShouldBeTrue();
        state.ExitCode.ShouldBe(137);
    }

    [Fact(Timeout = 60_000)]
    public async Task One_that_was_restarted_says_how_often()
    {
        using var client = engine.Connect();
        var id = await engine.RunAsync("exit 1", "--restart", "on-failure:2");
        var container = await UntilAsync(client, id, container => container is { RestartCount: 2, State.Status: "exited" });
        container.State.ExitCode.ShouldBe(1);
    }

    [Fact(Timeout = 60_000)]
    public async Task One_with_a_health_check_says_what_came_out()
    {
        using var client = engine.Connect();
        var id = await engine.RunAsync(
            "sleep 60", "--health-cmd", "echo not yet; exit 1", "--health-interval", "200ms", "--health-retries", "2");
        var container = await UntilAsync(client, id, container => container.State.Health.Status == "unhealthy");
        container.State.Health.FailingStreak.ShouldBeGreaterThanOrEqualTo(2);
        var check = container.State.Health.Log[0];
        check.ExitCode.ShouldBe(1);
        check.Output.ShouldBe("not yet\n");
        check.End.ShouldBeGreaterThan(check.Start);
    }

    [Fact(Timeout = 60_000)]
    public async Task One_that_is_not_there_is_an_error_in_the_engine_s_words()
    {
        using var client = engine.Connect();
        var error = await Should.ThrowAsync<DockerContainerNotFoundException>(() => client.Containers.InspectContainerAsync("nobody"));
        error.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        error.Message.ShouldContain("No such container: nobody");
        error.ResponseBody.ShouldContain("No such container: nobody");
    }

    static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    static async Task<ContainerInspectResponse> UntilAsync(
        DockerClient client, string id, Func<ContainerInspectResponse, bool> condition)
    {
        while (true)
        {
            var container = await client.Containers.InspectContainerAsync(id);
            if (condition(container)) return container;
            await Task.Delay(100);
        }
    }
}
