using Benchmarks.Peers;
using Benchmarks.Reporting;
using Benchmarks.Servers;

namespace Benchmarks.Measuring;

/// <summary>
/// CPU time per request of each program, against the same server, one after the other and again in another order. A ratio is
/// taken within a repetition, so that a slow minute of the machine is in both of its sides.
/// </summary>
internal sealed class Cost(Machine machine, AllPeers peers, BenchSettings settings, BenchReport report) : IBenchmark
{
    const int Connections = 50;

    // (who, against whom, at most so many times their CPU per request)
    static readonly (string Who, string Whom, double AtMost, string Aim)[] Ratios =
    [
        (AllPeers.Lean, "wrk", 1.5, " (the aim is 1.25x)"),
        ("PerfGate HttpClient", "wrk", 3.5, ""),
        (AllPeers.Lean, "hey", 0.4, ""),
        (AllPeers.Lean, "Locust FastHttpUser", 0.1, ""),
        (AllPeers.Lean, "Locust HttpUser", 0.02, ""),
    ];

    public string Name => "cost";

    public async Task Run(CancellationToken ct)
    {
        await using var server = await LocalServer.Fast(machine, Connections, ct);
        report.Heading("Cost of a request");
        report.Note(
            $"{Connections} connections to {server.Name} answering 50 bytes, {settings.Seconds:0.#} s each, {settings.Repeat} interleaved "
            + $"repetitions, {(machine.IsPinned ? "load and server on a core each" : "nothing pinned to cores")}: medians. CPU time is user and "
            + "system, all threads; of PerfGate after a first run that compiled its code, of Locust without Python's own start.");

        var runs = peers.Known.ToDictionary(p => p.Name, _ => new List<PeerRun>(), StringComparer.Ordinal);
        for (var repetition = 0; repetition < settings.Repeat; repetition++)
            foreach (var peer in peers.InTurn(repetition))
            {
                var run = await peer.Run(new PeerTask(server.Address, Connections, settings.Seconds), ct);
                runs[peer.Name].Add(run);
                report.Say($"  {repetition + 1}/{settings.Repeat} {peer.Name}: {run.CpuMicrosPerRequest:0.00} us CPU/request, {run.RequestsPerSecond:#,0}/s");
            }

        Show(runs);
        Judge(runs);
    }

    void Show(Dictionary<string, List<PeerRun>> runs)
    {
        var results = peers.Known.Select(peer => new CostResult(
            peer.Name,
            peer.IsFound,
            Medians.Of(runs[peer.Name].Select(r => (double?)r.CpuMicrosPerRequest)),
            Medians.Of(runs[peer.Name].Select(r => (double?)r.RequestsPerSecond)),
            RatioOf(runs, peer.Name, "wrk"),
            Medians.Of(runs[peer.Name].Select(r => r.AllocatedBytesPerRequest)))).ToList();
        var table = new Table("program", "CPU us/request", "requests/s", "ratio to wrk", "allocated B/request");
        foreach (var result in results)
            table.Add(
                result.Name,
                result.Found ? result.CpuMicrosPerRequest : "not found",
                result.RequestsPerSecond,
                result.RatioToWrk,
                result.AllocatedBytesPerRequest);
        report.Show(table);
        report.EndSection();
        report.Costs = results;
    }

    void Judge(Dictionary<string, List<PeerRun>> runs)
    {
        foreach (var (who, whom, atMost, aim) in Ratios)
            report.Judge(new Bar($"{who}: CPU per request at most {atMost}x that of {whom}{aim}", RatioOf(runs, who, whom), atMost, "x"));
        var allocated = Medians.Of(Runs(runs, AllPeers.Lean).Select(r => r.AllocatedBytesPerRequest));
        // A connection that is made, or a user that starts, is a little of every request's.
        report.Judge(new Bar("PerfGate lean: 0 bytes allocated per request (below 0.5)", allocated, 0.5, " B"));
        report.EndSection();
    }

    static double? RatioOf(Dictionary<string, List<PeerRun>> runs, string who, string whom) =>
        Medians.Of(Runs(runs, who).Zip(Runs(runs, whom), (a, b) => (double?)a.CpuMicrosPerRequest / b.CpuMicrosPerRequest));

    // Nobody's that were left out.
    static List<PeerRun> Runs(Dictionary<string, List<PeerRun>> runs, string name) => runs.GetValueOrDefault(name, []);
}
