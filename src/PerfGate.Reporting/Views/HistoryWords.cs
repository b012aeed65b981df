using System.Globalization;
using PerfGate.Gate.Results;
using PerfGate.Reporting.Text;

namespace PerfGate.Reporting.Views;

/// <summary>Lines of a history in their order of interest, and their changes of level in words.</summary>
internal static class HistoryWords
{
    /// <summary>Those with a change first, the largest before the others; of the rest all requests together first.</summary>
    public static IReadOnlyList<HistoryLine> Ordered(GateResult result) =>
    [
        .. result.History.Where(l => l.Points.Count > 0).OrderByDescending(l => Turns(l).Count > 0).ThenByDescending(Size).ThenBy(l => l.Method is not null),
    ];

    /// <summary>Its changes of level in the order of time. A result comes from a file, which may name a point that is not there.</summary>
    public static IReadOnlyList<HistoryChange> Turns(HistoryLine line) =>
        [.. line.Changes.Where(c => c.Index > 0 && c.Index < line.Points.Count).OrderBy(c => c.Index)];

    /// <summary>"p95 of GET /notes".</summary>
    public static string Label(HistoryLine line) =>
        $"{Metric.Of(line.Metric).Label} of {PlainText.Line(line.Method is { Length: > 0 } method ? $"{method} {line.Endpoint}" : line.Endpoint)}";

    /// <summary>The change as a ratio minus one; null where the level before was none.</summary>
    public static double? Ratio(HistoryChange change) => change.Before > 0 ? change.After / change.Before - 1 : null;

    /// <summary>bad, good or calm.</summary>
    public static string Tone(HistoryLine line, HistoryChange change) =>
        Metric.Of(line.Metric).Worse(change.After - change.Before) switch { true => "bad", false => "good", null => "calm" };

    /// <summary>"+12 %, p 0.001".</summary>
    public static string Brief(HistoryChange change) => $"{Quantity.Change(Ratio(change))}, {Chance(change.P)}";

    /// <summary>"+12 % since 29d3c1f of 2026-11-12 (2.1 ms before, 2.35 ms since, p 0.001)".</summary>
    public static string Sentence(HistoryLine line, HistoryChange change, string runId)
    {
        var metric = Metric.Of(line.Metric);
        return $"{Quantity.Change(Ratio(change))} since {Place(line.Points[change.Index], runId)} ({metric.Compared(change.Before)} before, {metric.Compared(change.After)} since, {Chance(change.P)})";
    }

    /// <summary>"29d3c1f of 2026-11-12", or "this run".</summary>
    public static string Place(HistoryPoint point, string runId) =>
        point.RunId == runId ? "this run" : $"{(point.Commit is { } commit ? Commits.Short(commit) : $"run {PlainText.Line(point.RunId)}")} of {point.StartedAt.UtcDateTime:yyyy-MM-dd}";

    /// <summary>Every change of level, the newest first: what this run may have to do with comes before what everybody knows.</summary>
    public static IEnumerable<LevelChange> Changes(GateResult result) =>
        from line in Ordered(result)
        from change in Turns(line)
        orderby line.Points[change.Index].StartedAt descending
        select new LevelChange($"{Label(line)}: {Sentence(line, change, result.RunId)}", Tone(line, change), change.After > change.Before);

    static string Chance(double p) => p < 0.001 ? "p below 0.001" : $"p {p.ToString("0.###", CultureInfo.InvariantCulture)}";

    static double Size(HistoryLine line) => Turns(line).Select(c => Math.Abs(Math.Log(Math.Max(1e-9, 1 + (Ratio(c) ?? 0))))).DefaultIfEmpty(0).Max();
}
