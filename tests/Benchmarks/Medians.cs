using PerfGate.Statistics;

namespace Benchmarks;

/// <summary>Medians of what was measured; nothing measured has none.</summary>
internal static class Medians
{
    public static double? Of(IEnumerable<double?> values)
    {
        var known = values.OfType<double>().ToArray();
        return known.Length == 0 ? null : Median.Of(known);
    }
}
