using System.Globalization;
using Benchmarks.Peers;
using Benchmarks.Reporting;
using Benchmarks.Servers;
using PerfGate.Statistics;

namespace Benchmarks.Measuring;

/// <summary>What each program reports of a server that follows a script, against what arrivals at the same rate must see.</summary>
internal sealed class Accuracy(Machine machine, AllPeers peers, BenchSettings settings, BenchReport report) : IBenchmark
{
    const double Rate = 1000;
    const int Connections = 50;
    const double AllowedShare = 0.01;
    const double AllowedMicros = 100;

    // An open model has a few requests under way, and as many as arrive during a stall.
    const int Pool = 100;
    const int PoolForStall = 1500;

    public string Name => "accuracy";

    double Seconds => settings.Seconds < 6 ? 5 : 10;

    public async Task Run(CancellationToken ct)
    {
        report.Heading("Accuracy");
        report.Note(
            $"A scripted server answers after {string.Join(", ", Script.Delays.Select(d => $"{d / 1000}"))} ms (96.7, 3 and 0.3 % of requests); "
            + $"{Rate:#,0} requests a second for {Seconds:0} s where a program can keep a rate, {Connections} connections where it needs a number; "
            + $"medians of {settings.Repeat}. The truth is computed from the script for even arrivals. Bar: {AllowedShare:0 %} or "
            + $"{AllowedMicros} us, whichever is larger.{Environment.NewLine}");
        await Compare("without a stall", new Script(null, 0), ct);
        await Compare("with a stall of 1 s", new Script((long)(Seconds * 0.4e6), 1_000_000), ct);
    }

    async Task Compare(string words, Script script, CancellationToken ct)
    {
        var reported = peers.Known.ToDictionary(p => p.Name, _ => new List<Reported>(), StringComparer.Ordinal);
        for (var repetition = 0; repetition < settings.Repeat; repetition++)
            foreach (var peer in peers.InTurn(repetition))
            {
                if (await Try(peer, script, ct) is not { } told) continue;
                reported[peer.Name].Add(told);
                report.Say(
                    $"  {repetition + 1}/{settings.Repeat} {peer.Name}: {string.Join(", ", told.Times.Named.Select(q => $"{q.Name} {Say(q.Micros)}"))}; "
                    + $"the server was late by {told.ServerLateP99Micros} us (p99)");
            }

        var truth = script.Truth(Rate, Seconds);
        Show(words, truth, reported);
        if (reported.TryGetValue(AllPeers.Lean, out var lean)) Judge(words, truth, lean);
    }

    async Task<Reported?> Try(IPeer peer, Script script, CancellationToken ct)
    {
        await using var server = await LocalServer.Scripted(machine, script, ct);
        var connections = peer is not OwnEngine ? Connections : script.StallAtMicros is null ? Pool : PoolForStall;
        var run = await peer.Run(new PeerTask(server.Address, connections, Seconds, Rate), ct);
        if (run.ResponseTime == Quantiles.None) return null;
        var late = HdrHistogram.Decode(await server.Ask("lateness", ct));
        return new Reported(run.ResponseTime, late.QuantileMicros(0.99));
    }

    void Show(string words, Quantiles truth, Dictionary<string, List<Reported>> reported)
    {
        var table = new Table(words, "p50", "p95", "p99", "p99.9", "server late p99", "manner");
        table.Add(["truth, from the script", .. truth.Named.Select(q => Say(q.Micros)), "", ""]);
        foreach (var peer in peers.Known)
        {
            var told = reported[peer.Name];
            var cells = truth.Named.Select((q, i) =>
                !peer.IsFound ? "not found" : WithError(Medians.Of(Clean(told).Select(r => r.Times.Named.ElementAt(i).Micros)), q.Micros!.Value));
            var late = Medians.Of(Clean(told).Select(r => (double?)r.ServerLateP99Micros));
            table.Add([peer.Name, .. cells, late is null ? "–" : $"{late:#,0} us{(late > Reported.MostLateMicros ? " (disturbed)" : "")}", peer.Manner]);
        }

        report.Show(table);
        report.EndSection();
    }

    void Judge(string words, Quantiles truth, List<Reported> told)
    {
        var clean = told.Where(r => r.IsUndisturbed).ToList();
        foreach (var (i, (name, micros)) in truth.Named.Index())
        {
            var allowed = Math.Max(micros!.Value * AllowedShare, AllowedMicros);
            var error = Medians.Of(clean.Select(r => (double?)Math.Abs(r.Times.Named.ElementAt(i).Micros!.Value - micros.Value)));
            report.Judge(new Bar($"{AllPeers.Lean}, {words}: error of {name} at most {allowed:#,0} us", error, allowed, " us")
            {
                Missing = "the machine is too busy: the server itself could not keep to its script",
            });
        }

        report.EndSection();
    }

    // Repetitions in which the server kept to its script; where there are none, all of them, and the table says so.
    static IReadOnlyList<Reported> Clean(List<Reported> told) => told.Where(r => r.IsUndisturbed).ToList() is { Count: > 0 } clean ? clean : told;

    static string WithError(double? micros, double truth) =>
        micros is { } m ? string.Create(CultureInfo.InvariantCulture, $"{Say(m)} ({(m - truth) / truth * 100:+0.0;-0.0;0.0} %)") : "–";

    static string Say(double? micros) =>
        micros is { } m ? string.Create(CultureInfo.InvariantCulture, $"{m / 1000:#,0.00} ms") : "–";
}
