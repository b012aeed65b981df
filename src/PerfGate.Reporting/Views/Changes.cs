using PerfGate.Gate.Results;
using PerfGate.Reporting.Text;

namespace PerfGate.Reporting.Views;

/// <summary>What counts as a change worth showing, and whether it is good news.</summary>
internal static class Changes
{
    /// <summary>Whether the comparison says, or at least suspects, that something moved.</summary>
    public static bool IsChange(Comparison comparison) =>
        comparison.Flagged || comparison.Verdict is Verdict.Regressed or Verdict.Improved;

    /// <summary>
    /// Whether its change could not be told and did not have to be: it has too few requests to be shown to be equal, so that it is
    /// no reason for a verdict to stay open.
    /// </summary>
    public static bool IsWatched(Comparison comparison) =>
        comparison is { Watched: true, Flagged: false, Change: not null, Verdict: Verdict.Inconclusive };

    /// <summary>bad, good or calm.</summary>
    public static string Tone(Comparison comparison) => comparison switch
    {
        { Verdict: Verdict.Regressed } => "bad",
        { Verdict: Verdict.Improved } => "good",
        { Flagged: true } => Metric.Of(comparison.Metric).Worse(comparison.Change) switch { true => "bad", false => "good", null => "calm" },
        _ => "calm",
    };

    /// <summary>The verdict of one comparison in plain words.</summary>
    public static string Words(Comparison comparison)
    {
        var metric = Metric.Of(comparison.Metric);
        return comparison switch
        {
            { Verdict: Verdict.Regressed } => "regressed",
            { Verdict: Verdict.Improved } => "improved",
            { Verdict: Verdict.Invalid } => "invalid",
            { Verdict: Verdict.NoBaseline } => "no baseline",
            { Change: null } => "not compared",
            { Flagged: true } => metric.Worse(comparison.Change) switch { true => "likely worse", false => "likely better", null => "changed" },
            { Verdict: Verdict.Passed } => "unchanged",
            _ when IsWatched(comparison) => "watched",
            _ => "inconclusive",
        };
    }
}
