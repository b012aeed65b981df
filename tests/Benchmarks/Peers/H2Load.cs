using Benchmarks.Measuring;

namespace Benchmarks.Peers;

/// <summary>h2load over HTTP/1.1: a closed loop on libev, in C++. It reports no percentiles.</summary>
internal sealed class H2Load(Machine machine) : IPeer
{
    public string Name => "h2load (HTTP/1.1)";

    public bool IsFound { get; } = Machine.Find("h2load") is not null;

    public string Manner => "closed loop, no percentiles";

    public async Task<PeerRun> Run(PeerTask task, CancellationToken ct)
    {
        string[] command = ["h2load", "--h1", "-t1", $"-c{task.Connections}", $"-D{task.WholeSeconds}", task.Target.AbsoluteUri];
        var run = await machine.Run(command, task.Within, files: null, ct);
        var said = new Said(Name, run.Output);
        // Those that are under way at the end count as errored: no more than one for each connection.
        var done = said.Number(@"^status codes: # 2xx");
        said.NoneMayFail(said.Number(@"^status codes: .* # 5xx"));
        said.NoneMayFail(said.Number(@"^requests: .* # failed") > task.Connections ? said.Number(@"^requests: .* # failed") : 0);
        return new PeerRun((long)done, done / said.Number(@"^finished in .*, # req/s"), run.CpuSeconds, Quantiles.None);
    }
}
