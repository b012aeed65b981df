using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Reporting.Views;

/// <summary>The comparisons of a result, the worst first, and which of them to show when there is room for a few.</summary>
internal sealed record ChangeRows(IReadOnlyList<ChangeRow> Shown, IReadOnlyList<ChangeRow> Rest)
{
    /// <summary>Those that take part in the verdict, at most so many of them shown.</summary>
    public static ChangeRows Gated(GateResult result, int most) => Choose(result.Comparisons.Where(c => c.Gated), most);

    /// <summary>Of those the ones that a drawing can show. Error rates have a tolerance of their own: they are drawn when they changed.</summary>
    public static ChangeRows Drawn(GateResult result, int most)
    {
        var gated = result.Comparisons.Where(c => c.Gated).ToLookup(IsDrawn);
        var chosen = Choose(gated[true], most);
        return chosen with { Rest = WorstFirst([.. chosen.Rest, .. gated[false].Select(c => new ChangeRow(c))]) };
    }

    /// <summary>Those that are shown only.</summary>
    public static IReadOnlyList<ChangeRow> Advisory(GateResult result) => WorstFirst(result.Comparisons.Where(c => !c.Gated).Select(c => new ChangeRow(c)));

    /// <summary>"7 more, all within ±5 %"; null when there are none.</summary>
    public string? More()
    {
        if (Rest.Count == 0) return null;
        var words = Rest.GroupBy(r => r.Word).OrderBy(g => g.Min(r => r.Rank)).Select(g => (Word: g.Key, Count: g.Count())).ToList();
        return words is [var only]
            ? $"{Rest.Count} more, {(Rest.Count > 1 ? "all " : "")}{only.Word}"
            : $"{Rest.Count} more: {string.Join(", ", words.Select(w => $"{w.Count} {w.Word}"))}";
    }

    static bool IsDrawn(Comparison comparison) =>
        comparison.Change is not null && (comparison.Metric is not Metrics.ErrorRate || Changes.IsChange(comparison));

    // What changed is chosen before what did not, whichever way; the chosen ones then stand in order of how bad they are.
    static ChangeRows Choose(IEnumerable<Comparison> comparisons, int most)
    {
        var rows = comparisons.Select(c => new ChangeRow(c)).OrderBy(r => r.Rank).ThenByDescending(r => Math.Abs(r.Worse)).ToList();
        return new ChangeRows(WorstFirst(rows.Take(most)), WorstFirst(rows.Skip(most)));
    }

    static IReadOnlyList<ChangeRow> WorstFirst(IEnumerable<ChangeRow> rows) =>
        [.. rows.OrderByDescending(r => r.Comparison.Verdict is Verdict.Regressed).ThenByDescending(r => r.Worse)];
}
