namespace PerfGate.Statistics.Tests;

/// <summary>A line as scipy.stats.theilslopes of SciPy 1.10.1 fits it; the first is the example of Sen's paper.</summary>
public sealed record ForeignLine(
    string Name, double[] X, double[] Y, double Confidence, double Slope, double Lower, double Upper, double Intercept)
{
    public static IReadOnlyList<ForeignLine> All { get; } = Foreign.Cases<ForeignLine>("theil-sen-scipy.json");

    public static TheoryData<string> Names => [.. All.Select(line => line.Name)];

    public static ForeignLine Named(string name) => All.Single(line => line.Name == name);
}
