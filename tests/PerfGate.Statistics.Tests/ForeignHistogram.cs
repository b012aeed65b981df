using System.Text.Json;

namespace PerfGate.Statistics.Tests;

/// <summary>A histogram as the npm package hdr-histogram-js 3.0.1 built and encoded it, with what it says about it.</summary>
public sealed record ForeignHistogram(string Name, long[][] Values, string Encoded, long Total, long P50, long P95, long P99)
{
    public static IReadOnlyList<ForeignHistogram> All { get; } = Load();

    public static TheoryData<string> Names => [.. All.Select(h => h.Name)];

    static ForeignHistogram[] Load()
    {
        using var stream = typeof(ForeignHistogram).Assembly.GetManifestResourceStream("hdr-histogram-js.json")!;
        return JsonSerializer.Deserialize<ForeignHistogram[]>(stream, JsonSerializerOptions.Web)!;
    }

    public static ForeignHistogram Named(string name) => All.Single(h => h.Name == name);

    public HdrHistogram Ours()
    {
        var histogram = new HdrHistogram();
        foreach (var value in Values) histogram.Record(value[0], value[1]);
        return histogram;
    }
}
