using System.Net.Sockets;
using Docker.DotNet.Tests.Support;

namespace Docker.DotNet.Tests.Recorded;

public sealed class ReachingAnEngine
{
    [Fact(Timeout = 30_000)]
    public async Task It_answers_on_a_unix_socket() => await AnswersAsync(FakeEngine.OnSocket);

    [Fact(Timeout = 30_000)]
    public async Task It_answers_on_a_named_pipe() => await AnswersAsync(FakeEngine.OnPipe);

    [Fact(Timeout = 30_000)]
    public async Task It_answers_on_a_port() => await AnswersAsync(answer => FakeEngine.OnPort(answer));

    [Fact(Timeout = 30_000)]
    public async Task It_answers_below_a_path_of_a_host()
    {
        await using var engine = FakeEngine.OnPort(Answers.Text("OK"), "/behind/a/proxy/");
        using var client = engine.Connect(version: new Version(1, 41));
        await client.System.PingAsync();
        engine.Request.ShouldBe("GET /behind/a/proxy/v1.41/_ping");
    }

    [Fact(Timeout = 30_000)]
    public async Task Without_a_version_the_engine_is_left_to_choose()
    {
        await using var engine = FakeEngine.OnSocket(Answers.Text("OK"));
        using var client = engine.Connect();
        await client.System.PingAsync();
        engine.Request.ShouldBe("GET /_ping");
    }

    [Fact(Timeout = 30_000)]
    public async Task A_version_is_part_of_the_path()
    {
        await using var engine = FakeEngine.OnSocket(Answers.Text("OK"));
        using var client = engine.Connect(version: new Version(1, 44));
        await client.System.PingAsync();
        engine.Request.ShouldBe("GET /v1.44/_ping");
    }

    [Fact(Timeout = 30_000)]
    public async Task Headers_of_the_configuration_go_with_every_request()
    {
        await using var engine = FakeEngine.OnSocket(Answers.Text("OK"));
        var headers = new Dictionary<string, string> { ["X-Team"] = "blue" };
        using var client = new DockerClientConfiguration(engine.Endpoint, defaultHttpRequestHeaders: headers).CreateClient();
        await client.System.PingAsync();
        engine.Heads.ShouldHaveSingleItem().ShouldContain("X-Team: blue");
    }

    [Fact(Timeout = 30_000)]
    public async Task A_missing_socket_is_an_error_with_its_cause()
    {
        using var client = new DockerClientConfiguration(new Uri("unix:///nowhere/docker.sock")).CreateClient();
        var error = await Should.ThrowAsync<HttpRequestException>(() => client.System.PingAsync());
        error.InnerException.ShouldBeOfType<SocketException>();
    }

    [Fact(Timeout = 30_000)]
    public async Task A_missing_socket_is_named()
    {
        Genuine.IsExcused("says only that a connection failed.");
        using var client = new DockerClientConfiguration(new Uri("unix:///nowhere/docker.sock")).CreateClient();
        var error = await Should.ThrowAsync<HttpRequestException>(() => client.System.PingAsync());
        error.Message.ShouldStartWith("No Docker engine answers at unix:///nowhere/docker.sock: ");
    }

    [Fact(Timeout = 30_000)]
    public async Task A_closed_port_is_an_error_with_its_cause()
    {
        var engine = FakeEngine.OnPort(Answers.Text("OK"));
        await engine.DisposeAsync();
        using var client = engine.Connect();
        var error = await Should.ThrowAsync<HttpRequestException>(() => client.System.PingAsync());
        error.InnerException.ShouldBeOfType<SocketException>().SocketErrorCode.ShouldBe(SocketError.ConnectionRefused);
    }

    [Fact(Timeout = 30_000)]
    public async Task A_missing_pipe_is_an_error_after_the_pipe_s_own_timeout()
    {
        var missing = new Uri($"npipe://./pipe/perfgate-{Guid.NewGuid():N}");
        using var client = new DockerClientConfiguration(missing, namedPipeConnectTimeout: TimeSpan.FromMilliseconds(50)).CreateClient();
        var error = await Should.ThrowAsync<Exception>(() => client.System.PingAsync());
        (error as TimeoutException ?? error.InnerException).ShouldBeOfType<TimeoutException>();
    }

    [Fact]
    public void A_scheme_that_nobody_speaks_is_refused()
    {
        using var configuration = new DockerClientConfiguration(new Uri("ssh://somewhere/"));
        Should.Throw<Exception>(() => configuration.CreateClient()).Message.ShouldContain("ssh");
    }

    [Fact]
    public void A_pipe_that_is_no_pipe_is_refused()
    {
        using var configuration = new DockerClientConfiguration(new Uri("npipe://./docker_engine"));
        Should.Throw<ArgumentException>(() => configuration.CreateClient()).Message.ShouldContain("npipe://./docker_engine");
    }

    [Fact]
    public void Without_an_address_it_is_the_engine_of_this_machine()
    {
        using var configuration = new DockerClientConfiguration();
        configuration.EndpointBaseUri.LocalPath.ShouldContain(OperatingSystem.IsWindows() ? "docker_engine" : "/var/run/docker.sock");
    }

    [Fact]
    public void No_address_is_an_error() =>
        Should.Throw<ArgumentNullException>(() => new DockerClientConfiguration((Uri)null!));

    [Fact]
    public void A_negative_timeout_is_an_error() =>
        Should.Throw<ArgumentException>(() =>
            new DockerClientConfiguration(new Uri("unix:///x"), defaultTimeout: TimeSpan.FromSeconds(-2)));

    static async Task AnswersAsync(Func<Answer, FakeEngine> start)
    {
        await using var engine = start(Answers.Json("""{"ApiVersion":"1.44"}"""));
        using var client = engine.Connect();
        (await client.System.GetVersionAsync()).APIVersion.ShouldBe("1.44");
        (await client.System.GetVersionAsync()).APIVersion.ShouldBe("1.44");
    }
}
