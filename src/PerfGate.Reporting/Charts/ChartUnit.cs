using PerfGate.Reporting.Text;

namespace PerfGate.Reporting.Charts;

/// <summary>The unit of a chart's axis.</summary>
/// <param name="Symbol">As written behind the chart's title; empty when the title says it all.</param>
/// <param name="Size">One of this unit in the base unit of the lines.</param>
public sealed record ChartUnit(string Symbol, double Size)
{
    /// <summary>Plain numbers.</summary>
    public static ChartUnit Plain { get; } = new("", 1);

    /// <summary>The unit in which times up to <paramref name="highest"/> microseconds read best.</summary>
    public static ChartUnit ForMicros(double? highest) => highest switch
    {
        null or < 1_000 => new("µs", 1),
        < 1_000_000 => new("ms", 1_000),
        _ => new("s", 1_000_000),
    };

    /// <summary>The unit in which sizes up to <paramref name="highest"/> bytes read best.</summary>
    public static ChartUnit ForBytes(double? highest) => highest switch
    {
        null or < 1 << 20 => new("KiB", 1 << 10),
        < 1 << 30 => new("MiB", 1 << 20),
        _ => new("GiB", 1 << 30),
    };

    internal string Tick(double value) => Quantity.Significant(value / Size);

    internal string Value(double? value) =>
        value is null ? Quantity.Unknown : Symbol.Length == 0 ? Tick(value.Value) : $"{Tick(value.Value)} {Symbol}";
}
