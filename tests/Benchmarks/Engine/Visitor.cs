using System.Runtime.CompilerServices;
using PerfGate.Load;

namespace Benchmarks.Engine;

/// <summary>Reads one page, again and again.</summary>
internal sealed class Visitor(EngineOrder order, IEnumerable<AllocationMeter> meters) : HttpUser
{
    readonly Endpoint page = Endpoint.Get(order.Target.AbsolutePath);
    readonly AllocationMeter? meter = meters.FirstOrDefault();

    public override Pace Pace { get; } = order.PaceToSeconds > 0
        ? Pace.Between(order.PaceFromSeconds.Seconds(), order.PaceToSeconds.Seconds())
        : Pace.None;

    // Pooled, so that what is allocated is the engine's and not this method's.
    [UserTask]
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask Read(UserContext user)
    {
        meter?.Note();
        using var reply = await user.Http.Send(page);
    }
}
