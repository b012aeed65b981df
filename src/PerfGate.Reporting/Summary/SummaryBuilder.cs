using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Reporting.Text;
using PerfGate.Reporting.Views;

namespace PerfGate.Reporting.Summary;

/// <summary>Chooses what the summary says: changes and failures first, everything else folded.</summary>
internal static class SummaryBuilder
{
    const int TrendSteps = 30;

    public static SummaryModel Build(Report report)
    {
        var (run, result) = (report.Run, report.Result);
        var state = StateWords.Of(result);
        var overall = EndpointView.Overall(report);
        var each = EndpointView.Each(report);
        return new SummaryModel
        {
            Suite = run.Suite,
            Profile = run.Profile,
            RunId = run.RunId,
            Commit = run.Commit,
            State = state,
            Verdict = state.Line(result.Headline),
            Counts = [.. Counts(report, each)],
            Warnings = [.. result.Warnings.Concat(run.Warnings).Distinct()],
            Paired = SummaryTables.Paired(report),
            Session = PairedWords.Session(report),
            History = [.. HistoryWords.Changes(result)],
            Changed = SummaryTables.Changed(report, [overall, .. each]),
            FailedCriteria = [.. result.Criteria.Where(c => c.Outcome is Outcome.Failed)],
            Details = [.. SummaryTables.Details(report, overall, each).Where(t => t.Rows.Count > 0)],
            Findings = result.Findings,
            Environment = SummaryTables.Environment(run),
            Trend = Trend(report),
            Compared = Compared(report),
            Command = run.Command,
        };
    }

    static IEnumerable<string> Counts(Report report, IReadOnlyList<EndpointView> each)
    {
        var (run, result) = (report.Run, report.Result);
        yield return $"{run.Suite} {run.Profile}";
        yield return $"{Quantity.Count(run.Totals.Requests)} requests at {Quantity.PerSecond(run.Totals.RequestsPerSecond)}, " +
            $"{Quantity.Count(run.Totals.Failures)} failed";
        if (result.Comparisons.Count > 0)
        {
            var compared = each.Where(e => e.Comparisons.Count > 0).ToList();
            var changed = compared.Count(e => e.Changed);
            yield return $"{compared.Count} endpoints compared: {(changed == 0 ? "none" : changed.ToString())} changed";
        }

        if (result.Targets.Count > 0) yield return TargetsMet(result.Targets);
        if (result.Criteria.Count > 0) yield return CriterionWords.Met(result.Criteria);
        // A paired session says it together with its rounds.
        if (result is { SmallestVisibleChange: { } visible, Paired: null })
            yield return $"a slowdown of {Quantity.Percent(visible)} or more would have shown";
    }

    // As the headline counts them, which often stands on the same screen.
    static string TargetsMet(IReadOnlyList<TargetResult> targets)
    {
        var unjudged = targets.Count(t => t.Tier is null);
        var met = $"{targets.Count(t => t.Tier is Tier.Target or Tier.Acceptable)} of {targets.Count} target{(targets.Count == 1 ? "" : "s")} met";
        return unjudged == 0 ? met : $"{met}, {unjudged} could not be judged";
    }

    static string Compared(Report report)
    {
        var now = Commits.Of(report.Run);
        if (PairedWords.IsPaired(report)) return $"{now} compared side by side with {Commits.Reference(report)}";
        return report.Result.Baseline is { } baseline
            ? $"{now} compared with {Commits.Of(baseline)} of {baseline.StartedAt:yyyy-MM-dd HH:mm} UTC"
            : $"{now}, compared with nothing";
    }

    static SummaryTrend? Trend(Report report)
    {
        var p50 = Sparkline.Shrink(RunSeries.Measured(report.Run, report.Run.Series.All, Metrics.P50), TrendSteps);
        var p95 = Sparkline.Shrink(RunSeries.Measured(report.Run, report.Run.Series.All, Metrics.P95), TrendSteps);
        if (p50.Count < 2 || p50.Concat(p95).Any(v => v is null)) return null;
        return new SummaryTrend(report.Run.Totals.Seconds, Millis(p50), Millis(p95));

        static IReadOnlyList<double> Millis(IReadOnlyList<double?> micros) => [.. micros.Select(v => v!.Value / 1000)];
    }
}
