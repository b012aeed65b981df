using Benchmarks.Engine;
using Benchmarks.Measuring;
using PerfGate.Load;

namespace Benchmarks.Peers;

/// <summary>Ourselves and everyone that we are compared with, found here or not.</summary>
internal sealed class AllPeers(Machine machine, EngineProgram engine, BenchSettings settings)
{
    public const string Lean = "PerfGate lean";

    public IReadOnlyList<IPeer> Known { get; } =
    [
        .. new IPeer[]
        {
            new OwnEngine(engine, TransportKind.Lean),
            new OwnEngine(engine, TransportKind.HttpClient),
            new Wrk(machine),
            new H2Load(machine),
            new ApacheBench(machine),
            new Hey(machine),
            new Autocannon(machine),
            new Locust(machine, "Fast", "Locust FastHttpUser"),
            new Locust(machine, "Plain", "Locust HttpUser"),
        }.Where(p => settings.Peers.Count == 0 || settings.Peers.Any(n => p.Name.Contains(n, StringComparison.OrdinalIgnoreCase))),
    ];

    /// <summary>Those found here, in another order in each repetition.</summary>
    public IEnumerable<IPeer> InTurn(int repetition)
    {
        var found = Known.Where(p => p.IsFound).ToList();
        var first = found.Count == 0 ? 0 : repetition % found.Count;
        return found.Skip(first).Concat(found.Take(first));
    }
}
