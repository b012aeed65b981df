using PerfGate.Gate.Records;

namespace PerfGate.Reporting.Text;

/// <summary>How to speak of a metric. Comparisons hold times in microseconds, targets in milliseconds.</summary>
/// <param name="Id">Its name in the record.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="MoreIsBetter">Whether a rise is good news.</param>
internal sealed record Metric(string Id, string Label, bool MoreIsBetter)
{
    /// <summary>The metric of that id; one that is not known here is spoken of by its id.</summary>
    public static Metric Of(string id) => id switch
    {
        Metrics.RequestsPerSecond => new(id, "rate", MoreIsBetter: true),
        Metrics.ErrorRate => new(id, "error rate", MoreIsBetter: false),
        Metrics.ConcurrentUsers => new(id, "concurrent users", MoreIsBetter: true),
        Metrics.CpuPerRequest => new(id, "CPU per request", MoreIsBetter: false),
        _ => new(id, PlainText.Line(id, 40), MoreIsBetter: false),
    };

    /// <summary>Whether its values are times: a percentile is one, and a metric that is not known here is not.</summary>
    public bool IsTime => Id is Metrics.CpuPerRequest || (Id.Length > 1 && Id[0] is 'p' && Id.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0);

    /// <summary>A value as comparisons hold it.</summary>
    public string Compared(double? value) => Id switch
    {
        Metrics.RequestsPerSecond => Quantity.PerSecond(value),
        Metrics.ErrorRate => Quantity.Percent(value),
        Metrics.ConcurrentUsers => Quantity.Count((long?)value),
        _ when IsTime => Quantity.Micros(value),
        _ => Plain(value),
    };

    /// <summary>A value as targets hold it.</summary>
    public string Limited(double? value) => Id switch
    {
        Metrics.RequestsPerSecond => Quantity.PerSecond(value),
        Metrics.ErrorRate => Quantity.Percent(value),
        Metrics.ConcurrentUsers => Quantity.Count((long?)value),
        _ when IsTime => Quantity.Millis(value),
        _ => Plain(value),
    };

    /// <summary>The limit as a condition: "≤ 200 ms", "≥ 500/s".</summary>
    public string Condition(double limit) => (MoreIsBetter ? "≥ " : "≤ ") + Limited(limit);

    /// <summary>Whether a change is for the worse; null when it is none.</summary>
    public bool? Worse(double? change) => change is null or 0 ? null : change > 0 != MoreIsBetter;

    static string Plain(double? value) => value is { } known ? Quantity.Significant(known) : Quantity.Unknown;
}
