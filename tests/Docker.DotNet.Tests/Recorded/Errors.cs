using System.Net;
using Docker.DotNet.Models;
using Docker.DotNet.Tests.Support;
using Version = System.Version;

namespace Docker.DotNet.Tests.Recorded;

public sealed class Errors
{
    [Fact(Timeout = 30_000)]
    public async Task Of_the_engine_carry_its_status_and_its_words()
    {
        var error = await FailureAsync<DockerApiException>(
            Answers.Json("""{"message":"no space left on device"}""", HttpStatusCode.InternalServerError),
            client => client.System.GetSystemInfoAsync());
        error.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        error.ResponseBody.ShouldBe("""{"message":"no space left on device"}""");
        error.Message.ShouldContain("no space left on device");
    }

    [Theory(Timeout = 30_000)]
    [InlineData("plain words")]
    [InlineData("""{"error":"elsewhere"}""")]
    [InlineData("[1]")]
    public async Task Of_a_proxy_in_between_carry_its_words_as_they_are(string body)
    {
        var error = await FailureAsync<DockerApiException>(
            Answers.Text(body, HttpStatusCode.BadGateway), client => client.System.PingAsync());
        error.ResponseBody.ShouldBe(body);
        error.Message.ShouldContain(body);
    }

    [Fact(Timeout = 30_000)]
    public async Task Without_words_carry_the_status()
    {
        var error = await FailureAsync<DockerApiException>(
            Answers.Text("", HttpStatusCode.ServiceUnavailable), client => client.System.PingAsync());
        error.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        error.Message.ShouldContain("ServiceUnavailable");
    }

    [Fact(Timeout = 30_000)]
    public async Task A_container_that_is_not_there() =>
        await MissingAsync<DockerContainerNotFoundException>(client => client.Containers.InspectContainerAsync("x"));

    [Fact(Timeout = 30_000)]
    public async Task Logs_of_a_container_that_is_not_there() =>
        await MissingAsync<DockerContainerNotFoundException>(client =>
            client.Containers.GetContainerLogsAsync("x", false, new ContainerLogsParameters()));

    [Fact(Timeout = 30_000)]
    public async Task Samples_of_a_container_that_is_not_there() =>
        await MissingAsync<DockerContainerNotFoundException>(client =>
            client.Containers.GetContainerStatsAsync("x", new ContainerStatsParameters(), new Recorder<ContainerStatsResponse>()));

    [Fact(Timeout = 30_000)]
    public async Task An_image_that_is_not_there() =>
        await MissingAsync<DockerImageNotFoundException>(client => client.Images.InspectImageAsync("x"));

    [Fact(Timeout = 30_000)]
    public async Task A_network_that_is_not_there() =>
        await MissingAsync<DockerNetworkNotFoundException>(client => client.Networks.DeleteNetworkAsync("x"));

    [Fact(Timeout = 30_000)]
    public async Task A_volume_that_is_not_there() =>
        await MissingAsync<DockerApiException>(client => client.Volumes.RemoveAsync("x"));

    [Fact(Timeout = 30_000)]
    public async Task A_page_that_is_not_there_is_no_missing_container() =>
        (await MissingAsync<DockerApiException>(client => client.Containers.ListContainersAsync(new ContainersListParameters())))
        .ShouldBeOfType<DockerApiException>();

    [Fact(Timeout = 30_000)]
    public async Task Stopping_what_has_stopped_is_none()
    {
        await using var engine = FakeEngine.OnSocket(Answers.Nothing(HttpStatusCode.NotModified));
        using var client = engine.Connect();
        (await client.Containers.StopContainerAsync("x", new ContainerStopParameters())).ShouldBeFalse();
    }

    [Fact(Timeout = 30_000)]
    public async Task A_version_that_the_engine_refuses_is_answered_with_those_it_speaks()
    {
        const string refusal = "client version 1.24 is too old. Minimum supported API version is 1.44";
        await using var engine = FakeEngine.OnSocket(Answers.Json($$"""{"message":"{{refusal}}"}""", HttpStatusCode.BadRequest));
        using var client = engine.Connect(version: new Version(1, 24));
        var error = await Should.ThrowAsync<DockerApiException>(() => client.System.PingAsync());
        error.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        error.Message.ShouldContain("Minimum supported API version is 1.44");
    }

    [Fact(Timeout = 30_000)]
    public async Task An_answer_that_breaks_off()
    {
        Genuine.IsExcused("takes what has come for the whole.");
        await FailureAsync<HttpRequestException>(Answers.CutOff("""{"ApiVersion":"1.41"}"""), client => client.System.GetVersionAsync());
    }

    [Theory(Timeout = 30_000)]
    [InlineData("<html>Welcome to nginx!</html>")]
    [InlineData("""{"ApiVersion":""")]
    [InlineData("""["1.41"]""")]
    [InlineData("null")]
    [InlineData("")]
    public async Task An_answer_that_no_engine_would_give(string body)
    {
        Genuine.IsExcused("lets an exception of its JSON library through, or nothing.");
        var error = await FailureAsync<HttpRequestException>(Answers.Text(body), client => client.System.GetVersionAsync());
        error.Message.ShouldContain("GET /version");
        error.HttpRequestError.ShouldBe(HttpRequestError.InvalidResponse);
    }

    [Fact(Timeout = 30_000)]
    public async Task An_answer_that_is_no_http() =>
        await FailureAsync<HttpRequestException>(
            (stream, ct) => stream.WriteAsync("SSH-2.0-OpenSSH_9.2\r\n"u8.ToArray(), ct).AsTask(), client => client.System.PingAsync());

    static Task<T> MissingAsync<T>(Func<DockerClient, Task> ask)
        where T : DockerApiException =>
        FailureAsync<T>(Answers.Json("""{"message":"No such thing: x"}""", HttpStatusCode.NotFound), ask);

    static async Task<T> FailureAsync<T>(Answer answer, Func<DockerClient, Task> ask)
        where T : Exception
    {
        await using var engine = FakeEngine.OnSocket(answer);
        using var client = engine.Connect();
        return await Should.ThrowAsync<T>(() => ask(client));
    }
}
