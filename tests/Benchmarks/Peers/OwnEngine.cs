using Benchmarks.Engine;
using PerfGate.Load;

namespace Benchmarks.Peers;

/// <summary>
/// PerfGate itself. CPU time is that of the load alone, after a run that compiled its code: as with Locust, starting is not in it.
/// </summary>
internal sealed class OwnEngine(EngineProgram engine, TransportKind transport) : IPeer
{
    // The runtime compiles in tiers, in the background, on the one core that we have: it is through after some nine seconds.
    const double SecondsToCompile = 10;

    public string Name => $"PerfGate {(transport == TransportKind.Lean ? "lean" : "HttpClient")}";

    public bool IsFound => true;

    public string Manner => "open model: arrivals at the rate, whatever the server does";

    public async Task<PeerRun> Run(PeerTask task, CancellationToken ct)
    {
        var order = new EngineOrder
        {
            Target = task.Target,
            Transport = transport,
            Users = task.Connections,
            Rate = task.Rate,
            WarmUpSeconds = SecondsToCompile,
            Seconds = task.Seconds,
            CountsAllocation = task.Rate is null,
        };
        var report = await engine.Run(order, ct);
        return new PeerRun(report.Requests, report.Seconds, report.CpuSeconds, report.ResponseTime, report.AllocatedBytesPerRequest);
    }
}
