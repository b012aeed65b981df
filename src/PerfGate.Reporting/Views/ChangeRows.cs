using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Reporting.Views;

/// <summary>The comparisons of a result, the worst first, and which of them to show when there is room for a few.</summary>
internal sealed record ChangeRows(IReadOnlyList<ChangeRow> Shown, IReadOnlyList<ChangeRow> Rest)
{
    /// <summary>Those that take part in the verdict, at most so many of them shown.</summary>
    public static ChangeRows Gated(GateResult result, int most) => Choose(Rows(result).Where(r => r.Comparison.Gated), most);

    /// <summary>Of those the ones that a drawing can show. Error rates have a tolerance of their own: they are drawn when they changed.</summary>
    public static ChangeRows Drawn(GateResult result, int most)
    {
        var gated = Rows(result).Where(r => r.Comparison.Gated).ToLookup(r => IsDrawn(r.Comparison));
        var chosen = Choose(gated[true], most);
        return chosen with { Rest = WorstFirst([.. chosen.Rest, .. gated[false]]) };
    }

    /// <summary>Those that are shown only.</summary>
    public static IReadOnlyList<ChangeRow> Advisory(GateResult result) => WorstFirst(Rows(result).Where(r => !r.Comparison.Gated));

    /// <summary>What "watched" means, where one of all these rows is.</summary>
    public string? Legend => Shown.Concat(Rest).Any(r => r.IsWatched)
        ? "Watched: a change of it fails the gate, but it has too few requests to be shown to be unchanged, and keeps no verdict open."
        : null;

    /// <summary>"7 more, all within ±5 %", or "within their tolerance" where they differ in it; null when there are none.</summary>
    public string? More()
    {
        if (Rest.Count == 0) return null;
        var tolerances = Rest.Where(r => r is { IsSame: true, IsRatio: true }).Select(r => r.Tolerance).Distinct().Count();
        var words = Rest.GroupBy(r => tolerances > 1 && r is { IsSame: true, IsRatio: true } ? "within their tolerance" : r.Word).OrderBy(g => g.Min(r => r.Rank)).Select(g => (Word: g.Key, Count: g.Count())).ToList();
        return words is [var only]
            ? $"{Rest.Count} more, {(Rest.Count > 1 ? "all " : "")}{only.Word}"
            : $"{Rest.Count} more: {string.Join(", ", words.Select(w => $"{w.Count} {w.Word}"))}";
    }

    static IEnumerable<ChangeRow> Rows(GateResult result) => result.Comparisons.Select(c => new ChangeRow(c, PairedWords.IsPaired(result)));

    static bool IsDrawn(Comparison comparison) =>
        comparison.Change is not null && (comparison.Metric is not Metrics.ErrorRate || Changes.IsChange(comparison));

    // What changed is chosen before what did not, whichever way; the chosen ones then stand in order of how bad they are.
    static ChangeRows Choose(IEnumerable<ChangeRow> chosen, int most)
    {
        var rows = chosen.OrderBy(r => r.Rank).ThenByDescending(r => Math.Abs(r.Worse)).ToList();
        return new ChangeRows(WorstFirst(rows.Take(most)), WorstFirst(rows.Skip(most)));
    }

    // What is only watched is noisy, and would stand above what keeps the verdict open.

    static IReadOnlyList<ChangeRow> WorstFirst(IEnumerable<ChangeRow> rows) =>
        [.. rows.OrderByDescending(r => r.Comparison.Verdict is Verdict.Regressed).ThenBy(r => r.IsWatched).ThenByDescending(r => r.Worse)];
}
