using PerfGate.Gate.Comparing;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Reporting.Text;

namespace PerfGate.Reporting.Views;

/// <summary>A comparison in a list of them: what it is of, what it says, and how bad that is.</summary>
internal sealed record ChangeRow(Comparison Comparison)
{
    /// <summary>The tolerance in words: ±5 %.</summary>
    public static string Tolerance { get; } = "±" + Quantity.Percent(ComparisonLimits.Default.Tolerance);

    public Metric Metric { get; } = Metric.Of(Comparison.Metric);

    /// <summary>"p50 of GET /notes", in one line of harmless text.</summary>
    public string Label => $"{Metric.Label} of {PlainText.Line(Comparison.Method is { Length: > 0 } method ? $"{method} {Comparison.Endpoint}" : Comparison.Endpoint)}";

    /// <summary>What it says. A verdict is more than the suspicion that it began with.</summary>
    public string Word => IsSame ? Comparison.Metric is Metrics.ErrorRate ? "unchanged" : $"within {Tolerance}" : Changes.Words(Comparison);

    /// <summary>bad, good or calm.</summary>
    public string Tone => IsSame ? "calm" : Changes.Tone(Comparison);

    public ChangeShape Shape => Comparison.Verdict switch
    {
        Verdict.Regressed => ChangeShape.Square,
        Verdict.Improved => ChangeShape.Diamond,
        Verdict.Passed => ChangeShape.Dot,
        _ => ChangeShape.Ring,
    };

    /// <summary>The same shapes as letters.</summary>
    public string Mark => Shape switch { ChangeShape.Square => "■", ChangeShape.Diamond => "◆", ChangeShape.Dot => "●", _ => "○" };

    /// <summary>"+12 % [+8.1 %, +16 %]"; the change alone without an interval.</summary>
    public string Told => Quantity.Change(Comparison.Change) + (Interval is { } interval ? $" {interval}" : "");

    /// <summary>"[+8.1 %, +16 %]"; null without one.</summary>
    public string? Interval => Comparison is { Lower: { } lower, Upper: { } upper } ? $"[{Quantity.Change(lower)}, {Quantity.Change(upper)}]" : null;

    /// <summary>Whether it is shown to be the same.</summary>
    public bool IsSame => Comparison.Verdict is Verdict.Passed;

    /// <summary>How much worse, as the logarithm of the ratio; what cannot be given as a ratio is nothing, or everything when it regressed.</summary>
    public double Worse => Comparison.Change is { } change
        ? Math.Log(Math.Max(1e-9, 1 + change)) * (Metric.MoreIsBetter ? -1 : 1)
        : Comparison.Verdict is Verdict.Regressed ? double.MaxValue : 0;

    /// <summary>Smaller is more worth a look.</summary>
    public int Rank => Comparison switch
    {
        { Verdict: Verdict.Regressed } => 0,
        { Verdict: Verdict.Improved } => 1,
        { Verdict: Verdict.Passed } => 4,
        { Flagged: true } => 2,
        _ => 3,
    };
}
