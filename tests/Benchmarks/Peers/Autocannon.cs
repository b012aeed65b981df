using System.Globalization;
using System.Text.Json;
using Benchmarks.Measuring;

namespace Benchmarks.Peers;

/// <summary>autocannon: Node.js. With a rate it adds samples for those that a stall kept it from sending.</summary>
internal sealed class Autocannon(Machine machine) : IPeer
{
    public string Name => "autocannon";

    public bool IsFound { get; } = Machine.Find("autocannon") is not null;

    public string Manner => "closed loop that keeps a rate and corrects for what it could not send";

    public async Task<PeerRun> Run(PeerTask task, CancellationToken ct)
    {
        string[] rate = task.Rate is { } r ? ["-R", r.ToString("0", CultureInfo.InvariantCulture)] : [];
        string[] command = ["autocannon", "-c", $"{task.Connections}", "-d", $"{task.WholeSeconds}", "-t", "30", "--json", .. rate, task.Target.AbsoluteUri];
        var run = await machine.Run(command, task.Within, files: null, ct);
        using var json = JsonDocument.Parse(run.Output);
        var root = json.RootElement;
        new Said(Name, run.Output).NoneMayFail(root.GetProperty("errors").GetDouble() + root.GetProperty("non2xx").GetDouble());
        double At(string name) => root.GetProperty("latency").GetProperty(name).GetDouble() * 1e3;
        return new PeerRun(
            root.GetProperty("2xx").GetInt64(),
            root.GetProperty("duration").GetDouble(),
            run.CpuSeconds,
            // It has 90, 97.5 and 99, and no 95.
            new Quantiles(At("p50"), P95: null, At("p99"), At("p99_9")));
    }
}
