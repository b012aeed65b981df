using FsCheck;
using FsCheck.Fluent;

namespace PerfGate.Statistics.Tests;

/// <summary>Response times for properties: of every order of magnitude, one at least.</summary>
static class Micros
{
    static readonly Gen<long> Value =
        from doubling in Gen.Choose(0, 31)
        from within in Gen.Choose(0, int.MaxValue)
        select Math.Min(HdrHistogram.HighestMicros, (1L << doubling) - 1 + within % (1L << doubling));

    public static Arbitrary<long[]> Lists { get; } = Arb.From(Value.NonEmptyListOf().Select(values => values.ToArray()));

    public static Arbitrary<long> Values { get; } = Arb.From(Value);

    public static HdrHistogram Histogram(IEnumerable<long> values)
    {
        var histogram = new HdrHistogram();
        foreach (var value in values) histogram.Record(value);
        return histogram;
    }
}
