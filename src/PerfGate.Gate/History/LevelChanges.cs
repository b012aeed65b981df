using System.Globalization;
using PerfGate.Gate.Fingerprints;
using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Statistics.History;

namespace PerfGate.Gate.History;

/// <summary>Where the level of a metric changed over many runs: creep, which no single run of it shows.</summary>
internal static class LevelChanges
{
    /// <summary>From how many runs on it is worth a look: two stretches of the shortest that can be told apart.</summary>
    public const int FewestPoints = 10;

    // A change further back has been told for as many runs; it is still drawn.
    const int NewestRuns = 20;

    const int MostTold = 3;

    // Stretches may differ in spread alone, and below this there is no rise to speak of.
    const double SmallestTold = 0.01;

    // As few shuffles as can reach the level: a history of sixty runs has dozens of lines.
    static readonly EDivisive Search = new() { Level = 0.001, Permutations = 999 };

    /// <summary>The changes of a line, on the logarithm of its values. The same run always gives the same answer.</summary>
    public static IReadOnlyList<HistoryChange> Find(IReadOnlyList<HistoryPoint> points, MetricKey key, string runId)
    {
        if (points.Count < FewestPoints) return [];
        return [.. Search.Of([.. points.Select(p => Math.Log(p.Value))], Shuffles(key, runId))
            .Select(change => new HistoryChange(change.Index, Math.Exp(change.Before), Math.Exp(change.After), change.P))];
    }

    /// <summary>The newest change of each line, in sentences: what got worse first, then the larger one.</summary>
    public static IEnumerable<string> Told(IReadOnlyList<HistoryLine> lines)
    {
        var newest = (
            from line in lines
            where line.Changes.Count > 0
            let change = line.Changes[^1]
            where change.Index >= line.Points.Count - NewestRuns && Math.Abs(Rise(change)) >= SmallestTold
            let worse = Rise(change) > 0 != Metrics.MoreIsBetter(line.Metric)
            orderby worse descending, Math.Abs(Math.Log(change.After / change.Before)) descending
            select Sentence(line, change)).ToList();
        foreach (var sentence in newest.Take(MostTold)) yield return sentence;
        if (newest.Count > MostTold) yield return $"The level of {Words.Count(newest.Count - MostTold, "more metric")} changed in the history.";
    }

    static string Sentence(HistoryLine line, HistoryChange change)
    {
        var rise = Rise(change);
        return $"{Words.Metric(line.Metric)} of {Words.Endpoint(line.Method, line.Endpoint)} {(rise > 0 ? "rose" : "fell")} by {Words.Percent(Math.Abs(rise))} "
            + $"between {Run(line.Points[change.Index - 1])} and {Run(line.Points[change.Index])}.";
    }

    static double Rise(HistoryChange change) => change.After / change.Before - 1;

    static string Run(HistoryPoint point) => $"run {point.RunId}{(point.Commit is { Length: > 0 } commit ? $" (commit {commit[..Math.Min(7, commit.Length)]})" : "")}";

    static Random Shuffles(MetricKey key, string runId) => new(
        int.Parse(ShortHash.Of([runId, key.Endpoint, key.Method ?? "", key.Metric])[..7], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
