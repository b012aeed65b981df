namespace PerfGate.Load.Tests.Http;

public abstract class TakingTime(TransportKind transport)
{
    static readonly Endpoint Page = Endpoint.Get("/"), Other = Endpoint.Get("/other");

    public sealed class OverHttpClient() : TakingTime(TransportKind.HttpClient);

    public sealed class Lean() : TakingTime(TransportKind.Lean);

    [Fact]
    public async Task The_first_request_after_a_due_time_counts_from_it_and_the_next_one_from_when_it_was_asked_for()
    {
        await using var system = await TestSystem.Answering(200);
        var result = await Script.Run(system.Address, transport, async user =>
        {
            await Task.Delay(1300);
            user.Http.DueMicros = 100_000;
            using (var reply = await user.Http.Send(Page)) reply.ResponseTime.ShouldBeGreaterThan(1199.Milliseconds());
            user.Http.DueMicros.ShouldBeNull();
            (await user.Http.Send(Other)).Dispose();
        });
        var endpoints = result.Stages.Single().Endpoints;
        endpoints[0].ResponseTime.MinMicros.ShouldBeGreaterThan(endpoints[0].ServiceTime.MaxMicros + 1_000_000);
        (endpoints[1].ResponseTime.MaxMicros - endpoints[1].ServiceTime.MaxMicros).ShouldBeLessThan(1_000_000);
    }

    [Fact]
    public async Task Connecting_is_timed_apart_and_is_no_part_of_the_service_time()
    {
        await using var system = await TestSystem.Answering(200);
        var result = await Script.Run(system.Address, transport, async user =>
        {
            for (var i = 0; i < 3; i++) (await user.Http.Send(Page)).Dispose();
            (await user.Http.Send(Other)).Dispose();
        });
        var (first, other) = (result.Stages.Single().Endpoints[0], result.Stages.Single().Endpoints[1]);
        var connect = first.ConnectTime.ShouldNotBeNull();
        connect.Count.ShouldBe(1);
        first.ResponseTime.MaxMicros.ShouldBeGreaterThanOrEqualTo(connect.MaxMicros);
        other.ConnectTime.ShouldBeNull();
    }

    [Fact]
    public async Task A_connection_that_never_came_about_has_no_connect_time()
    {
        var endpoint = await Script.RunOne(new Uri("http://127.0.0.1:9"), transport, async user => (await user.Http.Send(Page)).Dispose());
        endpoint.ConnectTime.ShouldBeNull();
        endpoint.Failures.ShouldBe(1);
    }
}
