using System.Net;
using Docker.DotNet.Models;

namespace Docker.DotNet.Tests.Real;

[Trait("Needs", RealEngine.Needed)]
public sealed class Removing(RealEngine engine)
{
    [Fact(Timeout = 60_000)]
    public async Task A_container_that_ignores_the_signal_is_killed_and_stopping_it_again_changes_nothing()
    {
        using var client = engine.Connect();
        var id = await engine.RunAsync("sleep 60");
        var now = new ContainerStopParameters { WaitBeforeKillSeconds = 0 };
        (await client.Containers.StopContainerAsync(id, now)).ShouldBeTrue();
        (await client.Containers.InspectContainerAsync(id)).State.ExitCode.ShouldBe(137);
        (await client.Containers.StopContainerAsync(id, now)).ShouldBeFalse();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_container_gets_the_signal_that_is_named()
    {
        using var client = engine.Connect();
        var id = await engine.RunAsync("trap 'exit 7' INT; echo ready; while :; do sleep 0.05; done");
        using (var logs = await client.Containers.GetContainerLogsAsync(
            id, tty: false, new ContainerLogsParameters { ShowStdout = true, Follow = true }))
            await logs.ReadOutputAsync(new byte[10], 0, 10, CancellationToken.None);
        await client.Containers.KillContainerAsync(id, new ContainerKillParameters { Signal = "SIGINT" });
        await engine.DockerAsync("wait", id);
        (await client.Containers.InspectContainerAsync(id)).State.ExitCode.ShouldBe(7);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_container_that_has_ended_cannot_be_killed()
    {
        using var client = engine.Connect();
        var id = await engine.RunToEndAsync("exit 0");
        var error = await Should.ThrowAsync<DockerApiException>(() =>
            client.Containers.KillContainerAsync(id, new ContainerKillParameters()));
        error.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        error.Message.ShouldContain("is not running");
    }

    [Fact(Timeout = 60_000)]
    public async Task A_container_that_runs_has_to_be_forced()
    {
        using var client = engine.Connect();
        var id = await engine.RunAsync("sleep 60");
        (await Should.ThrowAsync<DockerApiException>(() =>
            client.Containers.RemoveContainerAsync(id, new ContainerRemoveParameters()))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await client.Containers.RemoveContainerAsync(id, new ContainerRemoveParameters { Force = true });
        await Should.ThrowAsync<DockerContainerNotFoundException>(() => client.Containers.InspectContainerAsync(id));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_image_goes_by_one_of_its_names_and_is_missing_afterwards()
    {
        using var client = engine.Connect();
        var name = $"perfgate-test/removing:{Guid.NewGuid():N}";
        await engine.DockerAsync("tag", engine.Image, name);
        (await client.Images.DeleteImageAsync(name, new ImageDeleteParameters())).ShouldContain(done => done.Values.Contains(name));
        await Should.ThrowAsync<DockerImageNotFoundException>(() => client.Images.DeleteImageAsync(name, new ImageDeleteParameters()));
        (await client.Images.InspectImageAsync(engine.Image)).ID.ShouldNotBeNullOrEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_network_goes_once_and_others_stay()
    {
        using var client = engine.Connect();
        var (mine, other) = (Name(), Name());
        foreach (var name in new[] { mine, other }) await engine.DockerAsync("network", "create", "--label", engine.Label, name);
        var wish = new NetworksListParameters { Filters = RealEngine.Filter("name", mine) };
        var network = (await client.Networks.ListNetworksAsync(wish)).ShouldHaveSingleItem();
        network.Name.ShouldBe(mine);
        network.Driver.ShouldBe("bridge");
        network.Labels.ShouldContainKey("perfgate.test");
        network.Created.ToUniversalTime().ShouldBeInRange(DateTime.UtcNow.AddMinutes(-2), DateTime.UtcNow.AddMinutes(1));
        await client.Networks.DeleteNetworkAsync(network.ID);
        await Should.ThrowAsync<DockerNetworkNotFoundException>(() => client.Networks.DeleteNetworkAsync(mine));
        var left = (await client.Networks.ListNetworksAsync()).Select(network => network.Name).ToList();
        left.ShouldNotContain(mine);
        left.ShouldContain(other);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_volume_goes_when_nobody_uses_it_and_others_stay()
    {
        using var client = engine.Connect();
        var (mine, other) = (Name(), Name());
        foreach (var name in new[] { mine, other }) await engine.DockerAsync("volume", "create", "--label", engine.Label, name);
        var user = await engine.RunAsync("sleep 60", "--volume", $"{mine}:/data");
        var wish = new VolumesListParameters { Filters = RealEngine.Filter("name", mine) };
        var volume = (await client.Volumes.ListAsync(wish)).Volumes.ShouldHaveSingleItem();
        volume.Name.ShouldBe(mine);
        volume.Labels.ShouldContainKey("perfgate.test");
        volume.Driver.ShouldBe("local");
        (await Should.ThrowAsync<DockerApiException>(() => client.Volumes.RemoveAsync(mine))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await client.Containers.RemoveContainerAsync(user, new ContainerRemoveParameters { Force = true, RemoveVolumes = true });
        await client.Volumes.RemoveAsync(mine);
        (await Should.ThrowAsync<DockerApiException>(() => client.Volumes.RemoveAsync(mine))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var left = (await client.Volumes.ListAsync()).Volumes.Select(volume => volume.Name).ToList();
        left.ShouldNotContain(mine);
        left.ShouldContain(other);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_container_takes_its_unnamed_volumes_along_if_asked_to()
    {
        using var client = engine.Connect();
        var id = await engine.RunToEndAsync("exit 0", "--volume", "/data");
        var volume = await engine.DockerAsync("inspect", "--format", "{{range .Mounts}}{{.Name}}{{end}}", id);
        await client.Containers.RemoveContainerAsync(id, new ContainerRemoveParameters { RemoveVolumes = true });
        (await client.Volumes.ListAsync()).Volumes.ShouldNotContain(left => left.Name == volume);
    }

    static string Name() => $"perfgate-test-{Guid.NewGuid():N}";
}
