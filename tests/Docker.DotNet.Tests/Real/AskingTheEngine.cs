using System.Net;
using Docker.DotNet.Models;
using Docker.DotNet.Tests.Support;
using Version = System.Version;

namespace Docker.DotNet.Tests.Real;

[Trait("Needs", RealEngine.Needed)]
public sealed class AskingTheEngine(RealEngine engine)
{
    [Fact(Timeout = 60_000)]
    public async Task It_says_which_version_it_speaks_and_speaks_it()
    {
        using var client = engine.Connect();
        var version = await client.System.GetVersionAsync();
        Version.Parse(version.APIVersion).ShouldBeGreaterThanOrEqualTo(Version.Parse(version.MinAPIVersion));
        version.Version.ShouldNotBeNullOrEmpty();
        version.Os.ShouldBe("linux");
        using var agreed = engine.Connect(Version.Parse(version.APIVersion));
        await agreed.System.PingAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task It_refuses_a_version_that_it_does_not_speak()
    {
        using var client = engine.Connect(new Version(1, 999));
        var error = await Should.ThrowAsync<DockerApiException>(() => client.System.GetVersionAsync());
        error.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        error.Message.ShouldContain("client version 1.999 is too new");
    }

    [Fact(Timeout = 60_000)]
    public async Task It_describes_its_machine()
    {
        using var client = engine.Connect();
        var info = await client.System.GetSystemInfoAsync();
        info.NCPU.ShouldBe(Environment.ProcessorCount);
        info.MemTotal.ShouldBeGreaterThan(1L << 27);
        info.CgroupVersion.ShouldBeOneOf("1", "2");
        info.OSType.ShouldBe("linux");
        info.ServerVersion.ShouldNotBeNullOrEmpty();
        info.Images.ShouldBeGreaterThan(0);
    }

    [Fact(Timeout = 60_000)]
    public async Task It_tells_how_a_container_lived_and_died()
    {
        using var client = engine.Connect();
        var id = await engine.RunToEndAsync("exit 3");
        var events = new Recorder<Message>();
        var wish = new ContainerEventsParameters
        {
            Since = DateTimeOffset.UtcNow.AddMinutes(-5).ToUnixTimeSeconds().ToString(),
            Until = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(),
            Filters = RealEngine.Filter("container", id),
        };
        while (events.Reports.All(message => message.Action != "die"))
        {
            events.Reports.Clear();
            wish.Until = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString();
            await client.System.MonitorEventsAsync(wish, events);
        }

        events.Reports.Select(message => message.Action).ShouldBe(["create", "start", "die"], ignoreOrder: true);
        var death = events.Reports.Single(message => message.Action == "die");
        death.Type.ShouldBe("container");
        death.Actor.ID.ShouldBe(id);
        death.Actor.Attributes["exitCode"].ShouldBe("3");
        death.Actor.Attributes["image"].ShouldBe(engine.Image);
        death.TimeNano.ShouldBeInRange(death.Time * 1_000_000_000, (death.Time + 1) * 1_000_000_000);
    }

    [Fact(Timeout = 60_000)]
    public async Task It_tells_of_events_as_they_happen_until_nobody_listens()
    {
        using var client = engine.Connect();
        using var enough = new CancellationTokenSource();
        var events = new Recorder<Message>(_ => enough.Cancel());
        var wish = new ContainerEventsParameters { Filters = engine.Own };
        var listening = client.System.MonitorEventsAsync(wish, events, enough.Token);
        while (!listening.IsCompleted) await engine.RunToEndAsync("exit 0");
        await Should.ThrowAsync<OperationCanceledException>(() => listening);
        events.Reports.ShouldNotBeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task It_lists_an_image_and_knows_it_by_name_and_by_identity()
    {
        using var client = engine.Connect();
        var listed = (await client.Images.ListImagesAsync(
            new ImagesListParameters { Filters = RealEngine.Filter("reference", engine.Image) })).ShouldHaveSingleItem();
        listed.RepoTags.ShouldBe([engine.Image]);
        listed.Created.Kind.ShouldBe(DateTimeKind.Utc);
        listed.Created.ShouldBeInRange(DateTime.UtcNow.AddMinutes(-10), DateTime.UtcNow.AddMinutes(1));
        (await client.Images.InspectImageAsync(engine.Image)).ID.ShouldBe(listed.ID);
        var image = await client.Images.InspectImageAsync(listed.ID);
        image.RepoTags.ShouldContain(engine.Image);
        image.Os.ShouldBe("linux");
    }

    [Fact(Timeout = 60_000)]
    public async Task It_does_not_pull_an_image_to_inspect_it()
    {
        using var client = engine.Connect();
        var error = await Should.ThrowAsync<DockerImageNotFoundException>(() => client.Images.InspectImageAsync("perfgate-test/nobody:1"));
        error.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        error.Message.ShouldContain("No such image: perfgate-test/nobody:1");
    }
}
