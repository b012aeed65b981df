using PerfGate.Gate.Records;
using PerfGate.Reporting.Text;

namespace PerfGate.Reporting.Charts;

/// <summary>The unit of a chart's axis: how its ticks and values are written, and which numbers are round in it.</summary>
public sealed class ChartUnit
{
    readonly Func<double, string> tick;

    ChartUnit(string symbol, double size, Func<double, string> tick)
    {
        Symbol = symbol;
        Size = size;
        this.tick = tick;
    }

    /// <summary>Plain numbers.</summary>
    public static ChartUnit Plain { get; } = new("", 1, Quantity.Significant);

    /// <summary>Times given in microseconds; each tick carries its own unit, µs, ms or s.</summary>
    public static ChartUnit Time { get; } = new("", 1_000, v => v == 0 ? "0" : Quantity.Micros(v));

    /// <summary>Shares of one, in percent.</summary>
    public static ChartUnit Share { get; } = new("", 0.01, v => Quantity.Percent(v));

    /// <summary>As written behind the chart's title; empty when the title or the ticks say it all.</summary>
    public string Symbol { get; }

    /// <summary>One of this unit in the base unit of the lines.</summary>
    internal double Size { get; }

    /// <summary>The unit in which sizes up to <paramref name="highest"/> bytes read best.</summary>
    public static ChartUnit ForBytes(double? highest) => highest switch
    {
        null or < 1 << 20 => Scaled("KiB", 1 << 10),
        < 1 << 30 => Scaled("MiB", 1 << 20),
        _ => Scaled("GiB", 1 << 30),
    };

    /// <summary>The unit of a metric's values in comparisons.</summary>
    internal static ChartUnit Of(Metric metric) => metric.IsTime ? Time : metric.Id is Metrics.ErrorRate ? Share : Plain;

    internal string Tick(double value) => tick(value);

    internal string Value(double? value) =>
        value is not { } known ? Quantity.Unknown : Symbol.Length == 0 ? Tick(known) : $"{Tick(known)} {Symbol}";

    static ChartUnit Scaled(string symbol, double size) => new(symbol, size, v => Quantity.Significant(v / size));
}
