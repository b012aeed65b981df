using Benchmarks.Measuring;

namespace Benchmarks.Peers;

/// <summary>ab -k: a closed loop on poll, in C, over HTTP/1.0 with keep-alive. Its percentiles are whole milliseconds.</summary>
internal sealed class ApacheBench(Machine machine) : IPeer
{
    // It keeps 32 bytes for each, and ends when they are used up.
    const int MostRequests = 3_000_000;

    public string Name => "ab -k";

    public bool IsFound { get; } = Machine.Find("ab") is not null;

    public string Manner => "closed loop, whole milliseconds";

    public async Task<PeerRun> Run(PeerTask task, CancellationToken ct)
    {
        string[] command = ["ab", "-k", "-q", "-c", $"{task.Connections}", "-t", $"{task.WholeSeconds}", "-n", $"{MostRequests}", task.Target.AbsoluteUri];
        var run = await machine.Run(command, task.Within, files: null, ct);
        var said = new Said(Name, run.Output);
        said.NoneMayFail(said.Number(@"^Failed requests:\s+#"));
        said.NoneMayFail(said.NumberOrNone(@"^Non-2xx responses:\s+#"));
        double? At(int percent) => said.NumberOrNone($@"^\s+{percent}%\s+#") * 1e3;
        return new PeerRun(
            (long)said.Number(@"^Complete requests:\s+#"), said.Number(@"^Time taken for tests:\s+#"), run.CpuSeconds, new Quantiles(At(50), At(95), At(99), P999: null));
    }
}
