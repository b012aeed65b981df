using PerfGate.Gate.Comparing;
using PerfGate.Gate.Paired;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Reporting.Text;

namespace PerfGate.Reporting.Views;

/// <summary>A comparison in a list of them: what it is of, what it says, and how bad that is.</summary>
/// <param name="Comparison">The comparison.</param>
/// <param name="Paired">Whether it comes from a paired session, in which noisier metrics have a wider tolerance.</param>
internal sealed record ChangeRow(Comparison Comparison, bool Paired)
{
    /// <summary>What most metrics have: how much they may have changed and still count as unchanged, as a ratio minus one.</summary>
    public static double UsualTolerance { get; } = ComparisonLimits.Default.Tolerance;

    /// <summary>The same for this metric.</summary>
    public double Tolerance => Paired ? PairedRule.Usual.ToleranceOf(Comparison.Metric) : UsualTolerance;

    /// <summary>The smallest change that is still within the tolerance; in a paired session it is as far from none as the largest, as a ratio.</summary>
    public double LeastWithin => Paired ? 1 / (1 + Tolerance) - 1 : -Tolerance;

    public Metric Metric { get; } = Metric.Of(Comparison.Metric);

    /// <summary>"p50 of GET /notes", in one line of harmless text.</summary>
    public string Label => $"{Metric.Label} of {PlainText.Line(Comparison.Method is { Length: > 0 } method ? $"{method} {Comparison.Endpoint}" : Comparison.Endpoint)}";

    /// <summary>What it says. A verdict is more than the suspicion that it began with.</summary>
    public string Word => IsSame ? IsRatio ? $"within {Within(Tolerance)}" : "unchanged" : Changes.Words(Comparison);

    /// <summary>Whether its tolerance is one of its ratio; error rates are compared by their difference.</summary>
    public bool IsRatio => Comparison.Metric is not Metrics.ErrorRate;

    /// <summary>bad, good or calm.</summary>
    public string Tone => IsSame ? "calm" : Changes.Tone(Comparison);

    public ChangeShape Shape => Comparison.Verdict switch
    {
        Verdict.Regressed => ChangeShape.Square,
        Verdict.Improved => ChangeShape.Diamond,
        Verdict.Passed => ChangeShape.Dot,
        _ => IsWatched ? ChangeShape.Speck : ChangeShape.Ring,
    };

    /// <summary>The same shapes as letters.</summary>
    public string Mark => Shape switch { ChangeShape.Square => "■", ChangeShape.Diamond => "◆", ChangeShape.Dot => "●", ChangeShape.Speck => "◦", _ => "○" };

    /// <summary>"+12 % [+8.1 %, +16 %]"; the change alone without an interval.</summary>
    public string Told => Quantity.Change(Comparison.Change) + (Interval is { } interval ? $" {interval}" : "");

    /// <summary>"[+8.1 %, +16 %]"; null without one.</summary>
    public string? Interval => Comparison is { Lower: { } lower, Upper: { } upper } ? $"[{Quantity.Change(lower)}, {Quantity.Change(upper)}]" : null;

    /// <summary>Whether it is shown to be the same.</summary>
    public bool IsSame => Comparison.Verdict is Verdict.Passed;

    /// <summary>Whether it is neither, and nobody asks it to be: it keeps no verdict open.</summary>
    public bool IsWatched => Changes.IsWatched(Comparison);

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
        _ => IsWatched ? 5 : 3,
    };

    /// <summary>A tolerance in words: ±5 %.</summary>
    public static string Within(double tolerance) => "±" + Quantity.Percent(tolerance);
}
