using System.Globalization;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Findings;

/// <summary>The processors that the generator, and an embedded system with it, may use.</summary>
internal static class Processors
{
    /// <summary>How many; null in a record that does not tell.</summary>
    public static double? Of(RunRecord run)
    {
        var all = Number(run, "processors");
        return all is null ? null : Math.Min(all.Value, Number(run, "container CPU limit") ?? all.Value);
    }

    /// <summary>How many the generator kept busy, on average; null in a record that does not tell.</summary>
    public static double? OfGenerator(RunRecord run) => run.Generator.CpuShare * Number(run, "processors");

    // "2", "1.5 processors"; "none" and "unknown" are no numbers.
    static double? Number(RunRecord run, string fact) =>
        double.TryParse(run.Machine.GetValueOrDefault(fact)?.Split(' ')[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;
}
