using System.Net;
using Docker.DotNet.Models;
using Docker.DotNet.Tests.Support;

namespace Docker.DotNet.Tests.Recorded;

/// <summary>What goes over the wire.</summary>
public sealed class Asking
{
    static readonly Dictionary<string, IDictionary<string, bool>> Labelled =
        new() { ["label"] = new Dictionary<string, bool> { ["perfgate.run=a b=c"] = true } };

    const string LabelledText = """filters={"label":{"perfgate.run=a b=c":true}}""";

    [Fact(Timeout = 30_000)]
    public async Task For_containers() =>
        (await RequestAsync("[]", client => client.Containers.ListContainersAsync(
            new ContainersListParameters { All = true, Limit = 5, Filters = Labelled })))
        .ShouldBeRequest($"GET /containers/json?all=1&limit=5&{LabelledText}");

    [Fact(Timeout = 30_000)]
    public async Task For_containers_without_a_wish() =>
        (await RequestAsync("[]", client => client.Containers.ListContainersAsync(new ContainersListParameters())))
        .ShouldBeRequest("GET /containers/json");

    [Fact(Timeout = 30_000)]
    public async Task For_a_container() =>
        (await RequestAsync("{}", client => client.Containers.InspectContainerAsync("abc")))
        .ShouldBeRequest("GET /containers/abc/json");

    [Fact(Timeout = 30_000)]
    public async Task For_logs() =>
        (await RequestAsync("", async client =>
        {
            var wish = new ContainerLogsParameters { ShowStdout = true, Timestamps = true, Tail = "20", Since = "17.5" };
            using var logs = await client.Containers.GetContainerLogsAsync("abc", tty: false, wish);
        })).ShouldBeRequest("GET /containers/abc/logs?stdout=1&since=17.5&timestamps=1&tail=20");

    [Fact(Timeout = 30_000)]
    public async Task For_a_stream_of_samples_unless_said_otherwise() =>
        (await RequestAsync("", client => client.Containers.GetContainerStatsAsync(
            "abc", new ContainerStatsParameters(), new Recorder<ContainerStatsResponse>())))
        .ShouldBeRequest("GET /containers/abc/stats?stream=1");

    [Fact(Timeout = 30_000)]
    public async Task For_one_sample() =>
        (await RequestAsync("{}", client => client.Containers.GetContainerStatsAsync(
            "abc", new ContainerStatsParameters { Stream = false, OneShot = true }, new Recorder<ContainerStatsResponse>())))
        .ShouldBeRequest("GET /containers/abc/stats?stream=0&one-shot=1");

    [Fact(Timeout = 30_000)]
    public async Task To_stop() =>
        (await RequestAsync("", client => client.Containers.StopContainerAsync(
            "abc", new ContainerStopParameters { WaitBeforeKillSeconds = 3 })))
        .ShouldBeRequest("POST /containers/abc/stop?t=3");

    [Fact(Timeout = 30_000)]
    public async Task To_kill() =>
        (await RequestAsync("", client => client.Containers.KillContainerAsync(
            "abc", new ContainerKillParameters { Signal = "SIGINT" })))
        .ShouldBeRequest("POST /containers/abc/kill?signal=SIGINT");

    [Fact(Timeout = 30_000)]
    public async Task To_remove() =>
        (await RequestAsync("", client => client.Containers.RemoveContainerAsync(
            "abc", new ContainerRemoveParameters { RemoveVolumes = true, Force = true })))
        .ShouldBeRequest("DELETE /containers/abc?v=1&force=1");

    [Fact(Timeout = 30_000)]
    public async Task For_networks() =>
        (await RequestAsync("[]", client => client.Networks.ListNetworksAsync(new NetworksListParameters { Filters = Labelled })))
        .ShouldBeRequest($"GET /networks?{LabelledText}");

    [Fact(Timeout = 30_000)]
    public async Task To_delete_a_network() =>
        (await RequestAsync("", client => client.Networks.DeleteNetworkAsync("a_net")))
        .ShouldBeRequest("DELETE /networks/a_net");

    [Fact(Timeout = 30_000)]
    public async Task For_volumes() =>
        (await RequestAsync("{}", client => client.Volumes.ListAsync(new VolumesListParameters { Filters = Labelled })))
        .ShouldBeRequest($"GET /volumes?{LabelledText}");

    [Fact(Timeout = 30_000)]
    public async Task For_all_volumes() =>
        (await RequestAsync("{}", client => client.Volumes.ListAsync())).ShouldBeRequest("GET /volumes");

    [Fact(Timeout = 30_000)]
    public async Task To_remove_a_volume() =>
        (await RequestAsync("", client => client.Volumes.RemoveAsync("a_volume")))
        .ShouldBeRequest("DELETE /volumes/a_volume");

    [Fact(Timeout = 30_000)]
    public async Task For_images() =>
        (await RequestAsync("[]", client => client.Images.ListImagesAsync(new ImagesListParameters { Filters = Labelled })))
        .ShouldBeRequest($"GET /images/json?{LabelledText}");

    [Fact(Timeout = 30_000)]
    public async Task For_an_image_whose_name_has_slashes() =>
        (await RequestAsync("{}", client => client.Images.InspectImageAsync("host:5000/team/api:1.2")))
        .ShouldBeRequest("GET /images/host:5000/team/api:1.2/json");

    [Fact(Timeout = 30_000)]
    public async Task For_events() =>
        (await RequestAsync("", client => client.System.MonitorEventsAsync(
            new ContainerEventsParameters { Since = "1", Until = "2", Filters = Labelled }, new Recorder<Message>())))
        .ShouldBeRequest($"GET /events?since=1&until=2&{LabelledText}");

    [Fact(Timeout = 30_000)]
    public async Task Nothing_without_a_name()
    {
        await using var engine = FakeEngine.OnSocket(Answers.Nothing(HttpStatusCode.NoContent));
        using var client = engine.Connect();
        await Should.ThrowAsync<ArgumentException>(() => client.Containers.InspectContainerAsync(""));
        await Should.ThrowAsync<ArgumentException>(() => client.Containers.RemoveContainerAsync(null, new ContainerRemoveParameters()));
        await Should.ThrowAsync<ArgumentException>(() => client.Networks.DeleteNetworkAsync(""));
        await Should.ThrowAsync<ArgumentException>(() => client.Volumes.RemoveAsync(""));
        await Should.ThrowAsync<ArgumentException>(() => client.Images.InspectImageAsync(""));
        engine.Heads.ShouldBeEmpty();
    }

    static async Task<string> RequestAsync(string body, Func<DockerClient, Task> ask)
    {
        await using var engine = FakeEngine.OnSocket(Answers.Json(body));
        using var client = engine.Connect();
        await ask(client);
        return engine.Request;
    }
}
