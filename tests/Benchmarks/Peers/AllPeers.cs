using Benchmarks.Measuring;

namespace Benchmarks.Peers;

/// <summary>Everyone that we are compared with, found here or not.</summary>
internal static class AllPeers
{
    public static IReadOnlyList<IPeer> On(Machine machine) =>
    [
        new Wrk(machine),
        new H2Load(machine),
        new ApacheBench(machine),
        new Hey(machine),
        new Autocannon(machine),
        new Locust(machine, "Fast", "Locust FastHttpUser"),
        new Locust(machine, "Plain", "Locust HttpUser"),
    ];
}
