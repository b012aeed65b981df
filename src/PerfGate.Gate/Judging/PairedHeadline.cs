using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Judging;

/// <summary>The verdict of a paired session in one plain sentence.</summary>
internal static class PairedHeadline
{
    public static string Of(GateResult result, PairedRecord record, IReadOnlyList<string> trips, JudgeSettings settings)
    {
        if (result.Verdict == Verdict.Invalid) return Headline.Invalid(trips);
        var failures = Headline.Failures(result);
        var leads = failures.Count == 0;
        var against = $"{record.Baseline.Reference} ({record.Baseline.Commit[..Math.Min(7, record.Baseline.Commit.Length)]})";
        var comparison = result.Verdict switch
        {
            Verdict.Regressed => $"{(leads ? "Regressed: " : "")}{Moved(result, Verdict.Regressed)} against {against}",
            Verdict.Improved => $"{(leads ? "Improved: " : "")}{Moved(result, Verdict.Improved)} against {against}",
            Verdict.Passed => $"{(leads ? "Passed: no" : "No")} change beyond ±{Words.Percent(settings.Paired.ToleranceOf(Metrics.CpuPerRequest))} in CPU and ±{Words.Percent(settings.Paired.ToleranceOf(Metrics.P95))} in response times against {against}{Seen(result, "; a slowdown of {0} would have been seen")}",
            _ => Inconclusive(result, record, against, leads ? "Inconclusive: " : ""),
        };
        return failures is [var worst, .. var more]
            ? $"Failed: {worst}{(more.Count == 0 ? "" : $", and {Words.Count(more.Count, "more failure")}")}. {Words.Sentence(char.ToUpperInvariant(comparison[0]) + comparison[1..])}"
            : $"{comparison}; {Headline.Met(result)}.";
    }

    static string Inconclusive(GateResult result, PairedRecord record, string against, string word)
    {
        if (record.Broken is not null) return $"{word}{against} cannot be compared with: it could not be brought up";
        var open = result.Comparisons.Where(c => c is { Gated: true, Watched: false, Verdict: Verdict.Inconclusive }).ToList();
        // What is only shown keeps a session from passing by standing out, however little it moved.
        var stands = result.Comparisons.Where(c => c.Flagged && (c.Verdict != Verdict.Passed || !c.Gated)).ToList();
        var rounds = result.Paired?.RoundsToSettle is { } more ? $"; about {more} rounds would settle it" : "";
        return open.Find(c => c is { Baseline: not null, Candidate: null }) is { Method: not null } gone ? $"{word}{Words.Endpoint(gone.Method, gone.Endpoint)} was asked for in {against}, and never in the candidate"
            : stands.MaxBy(Size) is { } most ? $"{word}{Noun(most)} stands out against {against}, but is not beyond doubt{rounds}"
            : open.MaxBy(Reach) is { Lower: { } lower, Upper: { } upper } widest ? $"{word}nothing stands out against {against}, but {Name(widest)} may have changed by anything from {Words.Change(lower)} to {Words.Change(upper)}{rounds}{Seen(result, "; a slowdown below {0} could have stayed unseen")}"
            : open.Find(c => c is { Lower: null, Note: not null }) is { } unknown ? $"{word}{Name(unknown)} cannot be compared with {against}: {unknown.Note}"
            : $"{word}too little was measured to compare with {against}";
    }

    static string Moved(GateResult result, Verdict verdict)
    {
        var moved = result.Comparisons.Where(c => c.Gated && c.Verdict == verdict).OrderByDescending(Size).ToList();
        return Describe(moved[0]) + (moved.Count == 1 ? "" : $" and {Words.Count(moved.Count - 1, "more metric")}");
    }

    static string Describe(Comparison c) => c switch
    {
        { Metric: Metrics.ErrorRate, Baseline: { } before, Candidate: { } now } => $"the error rate {(now > before ? "rose" : "fell")} from {Words.Percent(before)} to {Words.Percent(now)}",
        { Change: { } change, Lower: { } lower, Upper: { } upper } => $"{Name(c)} by {Words.Change(change)} ({Words.Change(lower)} to {Words.Change(upper)})",
        _ => Name(c),
    };

    static string Noun(Comparison c) => c switch
    {
        { Metric: Metrics.ErrorRate, Baseline: { } before, Candidate: { } now } => $"the error rate ({Words.Percent(now)} after {Words.Percent(before)})",
        { Change: { } change } => $"{Name(c)} ({Words.Change(change)})",
        _ => Name(c),
    };

    static string Name(Comparison c) => $"{Words.Metric(c.Metric)} of {Words.Endpoint(c.Method, c.Endpoint)}";

    static string Seen(GateResult result, string text) =>
        result.SmallestVisibleChange is { } smallest ? text.Replace("{0}", Words.Percent(smallest), StringComparison.Ordinal) : "";

    static double Size(Comparison c) => c.Change is { } change ? Math.Abs(Math.Log(Math.Max(1e-9, 1 + change))) : double.MaxValue;

    static double Reach(Comparison c) => c is { Lower: { } lower, Upper: { } upper } ? Math.Max(Math.Abs(lower), Math.Abs(upper)) : -1;
}
