using PerfGate.Statistics.Paired;

namespace PerfGate.Statistics.Tests.Paired;

/// <summary>Joint tests computed by NumPy 1.24 from the definition: every flip written out, maxima taken over each tail of the order.</summary>
public sealed record ForeignFlips(string Name, int[] Clusters, bool ByCluster, double?[][] Ratios, double?[] Statistics, double?[] Adjusted)
{
    public static IReadOnlyList<ForeignFlips> All { get; } = Foreign.Cases<ForeignFlips>("sign-flips-numpy.json");

    public static TheoryData<string> Names => [.. All.Select(flips => flips.Name)];

    public static ForeignFlips Named(string name) => All.Single(flips => flips.Name == name);

    public PairedLogRatios Rounds => PairedLogRatios.Of([.. Ratios.Select((ratios, round) => new PairedRound(
        Clusters[round],
        Enumerable.Range(0, ratios.Length).ToDictionary(SimulatedSystem.Name, _ => 1.0),
        ratios.Index().Where(ratio => ratio.Item is not null).ToDictionary(ratio => SimulatedSystem.Name(ratio.Index), ratio => Math.Exp(ratio.Item!.Value))))]);
}
