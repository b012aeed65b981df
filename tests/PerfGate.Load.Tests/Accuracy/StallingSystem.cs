using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PerfGate.Load.Tests.Accuracy;

/// <summary>
/// A system that answers at once, but for a stall: nothing that arrives during it is answered before it ends. The first request
/// starts its clock.
/// </summary>
internal sealed class StallingSystem(TimeSpan stallAt, TimeSpan stall)
{
    readonly TimeProvider time = TimeProvider.System;
    long first;

    public Task<TestSystem> Start() => TestSystem.Start(app => app.Run(async context =>
    {
        Interlocked.CompareExchange(ref first, time.GetTimestamp(), 0);
        var now = time.GetElapsedTime(Interlocked.Read(ref first));
        if (now >= stallAt && now < stallAt + stall) await Task.Delay(stallAt + stall - now);
        await context.Response.WriteAsync("hello");
    }));

    /// <summary>What arrivals at an even rate must see, in order of size; from the script alone.</summary>
    public IReadOnlyList<TimeSpan> Truth(double rate, TimeSpan load) =>
    [
        .. Enumerable.Range(0, (int)(rate * load.TotalSeconds))
            .Select(number => TimeSpan.FromSeconds(number / rate))
            .Select(due => due >= stallAt && due < stallAt + stall ? stallAt + stall - due : TimeSpan.Zero)
            .Order(),
    ];
}
