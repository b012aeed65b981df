using System.Net;
using PerfGate.Load.Transports;

namespace PerfGate.Load.Tests.Transports;

public sealed class GuardingHosts
{
    // TEST-NET-3 of RFC 5737: an address that belongs to nobody.
    const string Stranger = "203.0.113.7";

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.10")]
    [InlineData("[::1]")]
    [InlineData("localhost")]
    public async Task Loopback_may_be_loaded(string host) =>
        (await new HostGuard([]).Resolve(host, CancellationToken.None)).ShouldAllBe(a => IPAddress.IsLoopback(a));

    [Fact]
    public async Task A_stranger_may_not()
    {
        var refused = await Should.ThrowAsync<TargetRefusedException>(() => new HostGuard([]).Resolve(Stranger, CancellationToken.None));
        refused.Message.ShouldBe($"'{Stranger}' is not loopback; load is only sent to loopback or to hosts allowed by their exact name "
            + "(AllowedHosts of the suite)");
    }

    [Fact]
    public async Task A_stranger_is_never_connected_to() =>
        await Should.ThrowAsync<TargetRefusedException>(async () => await new HostGuard([]).Connect(new DnsEndPoint(Stranger, 80), CancellationToken.None));

    [Fact]
    public async Task A_host_allowed_by_its_exact_name_may_be_loaded()
    {
        (await new HostGuard([Stranger]).Resolve(Stranger, CancellationToken.None)).ShouldHaveSingleItem();
        await Should.ThrowAsync<TargetRefusedException>(() => new HostGuard(["203.0.113"]).Resolve(Stranger, CancellationToken.None));
    }

    [Fact]
    public async Task A_run_against_a_stranger_is_refused_before_anything_is_sent()
    {
        var refused = await Should.ThrowAsync<ArgumentException>(() => Script.Run(new Uri($"http://{Stranger}:81"), _ => Task.CompletedTask));
        refused.Message.ShouldContain($"The target is refused: '{Stranger}' is not loopback");
    }
}
