using System.Runtime.CompilerServices;
using System.Text;

namespace PerfGate.Load.Tests.Conformance;

/// <summary>What a request costs the garbage collector on the lean transport.</summary>
[CollectionDefinition(nameof(SendingForNothing), DisableParallelization = true)]
[Collection(nameof(SendingForNothing))]
public sealed class SendingForNothing
{
    const int Requests = 5000;

    static readonly Endpoint Page = Endpoint.Get("/");

    static byte[] Ok => Encoding.ASCII.GetBytes(Replies.Ok);

    [Fact]
    public async Task A_request_allocates_nothing()
    {
        await using var server = new QuietServer(Ok);
        long perRequest = long.MaxValue;
        var result = await Script.Run(server.Address, TransportKind.Lean, async user =>
        {
            await SendMany(user);

            // What else the process does in between is counted too, so the best of a few goes tells.
            for (var go = 0; go < 5 && perRequest > 0; go++)
            {
                var before = GC.GetTotalAllocatedBytes(precise: true);
                await SendMany(user);
                perRequest = Math.Min(perRequest, (GC.GetTotalAllocatedBytes(precise: true) - before) / Requests);
            }
        });
        result.Failures.ShouldBeEmpty();
        perRequest.ShouldBe(0);
        result.Stages.Single().Endpoints.Single().Requests.ShouldBeGreaterThanOrEqualTo(2 * Requests);
    }

    static async Task SendMany(UserContext user)
    {
        for (var i = 0; i < Requests; i++) await SendOne(user);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    static async ValueTask SendOne(UserContext user)
    {
        using var reply = await user.Http.Send(Page);
        reply.ExpectStatus(200);
    }
}
