namespace PerfGate.Statistics.Tests;

/// <summary>
/// Signed ranks as R 4.2.2 has them: wilcox.test with exact intervals, psignrank for what they attain; with ties, wilcox.exact of
/// exactRankTests 0.8. The first two are published examples (Fisher 1935; Hollander and Wolfe 1973).
/// </summary>
public sealed record ForeignRanks(
    string Name, double[] Values, double Confidence, double Plus, double Lower, double Estimate, double Upper, double Attained, double Greater, double Less)
{
    public static IReadOnlyList<ForeignRanks> All { get; } = Foreign.Cases<ForeignRanks>("signed-rank-r.json");

    /// <summary>Without an interval.</summary>
    public static IReadOnlyList<ForeignRanks> Tied { get; } = Foreign.Cases<ForeignRanks>("signed-rank-ties-r.json");

    public static TheoryData<string> Names => [.. All.Select(ranks => ranks.Name)];

    public static TheoryData<string> TiedNames => [.. Tied.Select(ranks => ranks.Name)];

    public static ForeignRanks Named(string name) => All.Concat(Tied).Single(ranks => ranks.Name == name);
}
