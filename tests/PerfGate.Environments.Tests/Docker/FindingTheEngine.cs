using System.Net.Sockets;
using PerfGate.Environments.Checks;
using PerfGate.Environments.Docker;
using PerfGate.Environments.Tests.Support;

namespace PerfGate.Environments.Tests.Docker;

public sealed class FindingTheEngine : IDisposable
{
    readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    [Trait("Needs", RealEngine.Needed)]
    public async Task One_that_runs_is_spoken_to_in_its_own_version()
    {
        using var engine = await RealEngine.RequireAsync();

        engine.ApiVersion.ShouldBeGreaterThanOrEqualTo(new Version(1, 41));
        engine.Version.ShouldNotBeEmpty();
        (await engine.HasImageAsync("perfgate-test/never-built:1", CancellationToken.None)).ShouldBeFalse();
        (await engine.InspectAsync("nobody", CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task One_that_does_not_run_is_told_with_what_to_do()
    {
        var failure = await ShouldFailAsync($"unix://{folder.At("dead.sock")}");

        failure.Message.ShouldContain($"No Docker engine answers at unix://{folder.At("dead.sock")}");
        failure.Message.ShouldContain("systemctl start docker");
        failure.Message.ShouldContain("--environment=embedded");
    }

    [Fact]
    public async Task Nobody_at_a_tcp_address_is_told_the_same_way() =>
        (await ShouldFailAsync($"tcp://127.0.0.1:{Ports.PickFree()}")).Message.ShouldContain("No Docker engine answers at tcp://127.0.0.1:");

    [Fact]
    public async Task One_that_is_too_old_is_told_with_both_versions()
    {
        using var old = new FakeSocket(folder.At("old.sock"), """{"Version": "19.03.15", "ApiVersion": "1.40", "MinAPIVersion": "1.12"}""");

        var failure = await ShouldFailAsync($"unix://{folder.At("old.sock")}");

        failure.Message.ShouldContain("too old: it is 19.03.15 and speaks API 1.40, and at least 1.41 is needed");
    }

    [Fact]
    public async Task One_that_hangs_up_is_no_engine()
    {
        using var rude = new FakeSocket(folder.At("rude.sock"), json: null);

        (await ShouldFailAsync($"unix://{folder.At("rude.sock")}")).Message.ShouldContain("No Docker engine answers");
    }

    [Fact]
    public async Task Something_that_is_no_engine_is_told_so()
    {
        using var other = new FakeSocket(folder.At("other.sock"), """{"hello": "world"}""");

        (await ShouldFailAsync($"unix://{folder.At("other.sock")}")).Message.ShouldContain("No Docker engine answers");
    }

    [Fact]
    public void No_permission_on_the_socket_is_told_with_the_group()
    {
        var denied = new HttpRequestException("no", new SocketException((int)SocketError.AccessDenied));

        var failure = DockerErrors.Unreachable(new Uri("unix:///var/run/docker.sock"), denied);

        failure.Message.ShouldContain("no permission to speak to the Docker engine at unix:///var/run/docker.sock");
        failure.Message.ShouldContain("usermod -aG docker");
    }

    [Theory]
    [InlineData("ssh://somewhere")]
    [InlineData("docker.sock")]
    public async Task A_DOCKER_HOST_that_cannot_be_spoken_to_is_told_so(string address)
    {
        var failure = await ShouldFailAsync(address);

        failure.Message.ShouldContain($"DOCKER_HOST is '{address}'");
        failure.Message.ShouldContain("unix:///path");
    }

    [Fact]
    public async Task The_checklist_says_what_is_wrong_and_below_what_to_do()
    {
        var check = new EngineCheck(Variables($"unix://{folder.At("dead.sock")}"));

        var result = (await check.RunAsync(CancellationToken.None)).ShouldHaveSingleItem();

        result.Outcome.ShouldBe(PreflightOutcome.Failed);
        result.Text.ShouldStartWith("No Docker engine answers");
        result.Advice.ShouldNotBeNull().ShouldStartWith("Is it running?");
    }

    static Dictionary<string, string> Variables(string host) => new() { ["DOCKER_HOST"] = host };

    static Task<EnvironmentException> ShouldFailAsync(string host) =>
        Should.ThrowAsync<EnvironmentException>(() => DockerEngine.ConnectAsync(Variables(host), CancellationToken.None));
}
