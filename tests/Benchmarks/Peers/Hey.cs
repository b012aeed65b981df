using System.Globalization;
using Benchmarks.Measuring;

namespace Benchmarks.Peers;

/// <summary>hey: a closed loop in Go. One thread of Go code; a rate is kept by each worker for itself.</summary>
internal sealed class Hey(Machine machine) : IPeer
{
    public string Name => "hey";

    public bool IsFound { get; } = Machine.Find("hey") is not null;

    public string Manner => "closed loop, each worker keeps its share of the rate";

    public async Task<PeerRun> Run(PeerTask task, CancellationToken ct)
    {
        string[] rate = task.Rate is { } r ? ["-q", (r / task.Connections).ToString("0.###", CultureInfo.InvariantCulture)] : [];
        string[] command = ["hey", "-cpus", "1", "-c", $"{task.Connections}", "-z", $"{task.WholeSeconds}s", "-t", "30", .. rate, task.Target.AbsoluteUri];
        var run = await machine.Run(command, task.Within, files: null, ct);
        var said = new Said(Name, run.Output);
        if (run.Output.Contains("Error distribution:", StringComparison.Ordinal)) said.NoneMayFail(double.PositiveInfinity);
        var requests = said.Number(@"^\s*\[200\]\s+# responses");
        double? At(int percent) => said.NumberOrNone($@"^\s+{percent}%+ in # secs") * 1e6;
        return new PeerRun(
            (long)requests, requests / said.Number(@"^\s*Requests/sec:\s*#"), run.CpuSeconds, new Quantiles(At(50), At(95), At(99), P999: null));
    }
}
