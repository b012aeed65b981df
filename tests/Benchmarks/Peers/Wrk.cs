using System.Globalization;
using Benchmarks.Measuring;

namespace Benchmarks.Peers;

/// <summary>wrk, the measure of cost: a closed loop on epoll, in C. One thread.</summary>
internal sealed class Wrk(Machine machine) : IPeer
{
    public string Name => "wrk";

    public bool IsFound { get; } = Machine.Find("wrk") is not null;

    public string Manner => "closed loop, as fast as it goes";

    public async Task<PeerRun> Run(PeerTask task, CancellationToken ct)
    {
        string[] command = ["wrk", "-t1", $"-c{task.Connections}", $"-d{task.WholeSeconds}s", "--timeout", "30s", "--latency", task.Target.AbsoluteUri];
        var run = await machine.Run(command, task.Within, files: null, ct);
        var said = new Said(Name, run.Output);
        said.NoneMayFail(said.NumberOrNone("Non-2xx or 3xx responses: #"));
        said.NoneMayFail(said.NumberOrNone(@"Socket errors: .*(?:connect|read|write) ([1-9][0-9]*)"));
        var requests = said.Number(@"^\s*# requests in ");
        return new PeerRun((long)requests, requests / said.Number(@"^Requests/sec:\s*#"), run.CpuSeconds, Latency(said));
    }

    static Quantiles Latency(Said said)
    {
        double? At(double percent) => said.MicrosOrNone(string.Create(CultureInfo.InvariantCulture, $@"^\s+{percent}%\s+"));
        return new Quantiles(At(50), P95: null, At(99), P999: null);
    }
}
