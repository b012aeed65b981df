using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Reporting.Charts;
using PerfGate.Reporting.Text;
using PerfGate.Reporting.Views;
using static PerfGate.Reporting.Summary.SummaryColumn;

namespace PerfGate.Reporting.Summary;

/// <summary>The tables of the summary.</summary>
internal static class SummaryTables
{
    const int MostSlow = 10;
    const int MostPaired = 10;

    /// <summary>The gated metrics of a paired session; no rows when there was none.</summary>
    public static SummaryTable Paired(Report report)
    {
        var rows = PairedWords.IsPaired(report) ? ChangeRows.Gated(report.Result, MostPaired) : new ChangeRows([], []);
        return new SummaryTable(
            "Paired session",
            ["Metric", Number("Baseline"), Number("Candidate"), Number("Change [90 % interval]"), "Verdict"],
            [.. rows.Shown.Select(r => (IReadOnlyList<string>)
            [
                r.Label, r.Metric.Compared(r.Comparison.Baseline), r.Metric.Compared(r.Comparison.Candidate), r.Told, $"{r.Mark} {r.Word}",
            ]),])
        {
            More = rows.More(),
            Legend = rows.Legend,
        };
    }

    /// <summary>One row per endpoint and metric that changed, or that missed its limit.</summary>
    public static SummaryTable Changed(Report report, IReadOnlyList<EndpointView> views)
    {
        var rows =
            from view in views
            // What a paired session found has a table of its own.
            from row in (PairedWords.IsPaired(report) ? [] : Moved(view)).Concat(Missed(view, report))
            let trend = Sparkline.Of(RunSeries.Measured(report.Run, view.Series, row[0]))
            select (IReadOnlyList<string>)[view.Label, Metric.Of(row[0]).Label, .. row.Skip(1), trend];
        return new SummaryTable(
            "What changed or failed",
            ["Endpoint", "Metric", Number("Baseline"), Number("Now"), Number("Change"), "Interval", "Limit", "During the run"],
            [.. rows, .. Elsewhere(report, views)]);
    }

    public static IEnumerable<SummaryTable> Details(Report report, EndpointView overall, IReadOnlyList<EndpointView> each)
    {
        yield return Criteria(report.Result.Criteria);
        yield return Endpoints(overall, each, PairedWords.IsPaired(report));
        yield return Targets(report.Result.Targets);
        yield return Statuses(overall, each);
        yield return Slowest(report.Run);
        yield return Failures(report);
        yield return Resources(report);
        yield return InsideServices(report);
    }

    /// <summary>What the run was made with and on.</summary>
    public static SummaryTable Environment(RunRecord run) => new(
        "Environment",
        ["Part", "Value"],
        [
            ["fingerprint", run.Fingerprint],
            ["environment", run.Environment],
            ["engine", run.Engine],
            ["seed", run.Seed.ToString()],
            .. run.Machine.Select(m => (IReadOnlyList<string>)[PlainText.Line(m.Key), PlainText.Line(m.Value, 200)]),
        ]);

    static IEnumerable<string[]> Moved(EndpointView view) =>
        from comparison in view.Comparisons
        where Changes.IsChange(comparison)
        let metric = Metric.Of(comparison.Metric)
        let target = view.Targets.Where(t => t.Metric == comparison.Metric).MaxBy(t => t.Tier)
        select (string[])
        [
            comparison.Metric,
            metric.Compared(comparison.Baseline),
            metric.Compared(comparison.Candidate),
            $"{Quantity.Change(comparison.Change)} {Changes.Words(comparison)}",
            Quantity.Interval(comparison.Lower, comparison.Upper),
            target is null ? "" : Limit(target),
        ];

    static IEnumerable<string[]> Missed(EndpointView view, Report report) =>
        from target in view.Targets
        where target.Tier is null or Tier.Degraded or Tier.Critical
        where PairedWords.IsPaired(report) || !view.Comparisons.Any(c => c.Metric == target.Metric && Changes.IsChange(c))
        let comparison = view.Compared(target.Metric)
        let metric = Metric.Of(target.Metric)
        select (string[])
        [
            target.Metric,
            metric.Compared(comparison?.Baseline),
            target.Value is null ? "not measured" : metric.Limited(target.Value),
            Quantity.Change(comparison?.Change),
            Quantity.Interval(comparison?.Lower, comparison?.Upper),
            Limit(target),
        ];

    // A target may name an endpoint that neither run asked for, or several methods together: it must not vanish from the table
    // of what failed.
    static IEnumerable<IReadOnlyList<string>> Elsewhere(Report report, IReadOnlyList<EndpointView> views)
    {
        var known = views.SelectMany(v => v.Targets).ToHashSet();
        return
            from target in report.Result.Targets
            where target.Tier is null or Tier.Degraded or Tier.Critical
            where !known.Contains(target)
            let metric = Metric.Of(target.Metric)
            select (IReadOnlyList<string>)
            [
                PlainText.Line(target.Subject()), metric.Label, Quantity.Unknown, target.Value is null ? "not measured" : metric.Limited(target.Value), Quantity.Unknown,
                Quantity.Unknown, Limit(target), "",
            ];
    }

    static string Limit(TargetResult target)
    {
        var metric = Metric.Of(target.Metric);
        return target.Tier switch
        {
            Tier.Critical => $"critical {metric.Condition(target.Critical)} missed",
            Tier.Degraded => $"acceptable {metric.Condition(target.Acceptable)} missed",
            null => $"target {metric.Condition(target.Target)}, no value",
            Tier.Acceptable => $"acceptable {metric.Condition(target.Acceptable)}",
            _ => $"target {metric.Condition(target.Target)}",
        };
    }

    static SummaryTable Endpoints(EndpointView overall, IReadOnlyList<EndpointView> each, bool paired)
    {
        var unchanged = each.Prepend(overall).Where(v => !v.Missed && (paired || !v.Changed)).ToList();
        return new SummaryTable(
            !paired && unchanged.Any(v => v.Comparisons.Count > 0) ? "Unchanged endpoints" : "Endpoints",
            ["Endpoint", Number("Requests"), Number("Failed"), Number("Rate"), Number("p50"), Number("p95"), Number("p99"), Number("p95 change")],
            [.. unchanged.Select(Row)]);

        static IReadOnlyList<string> Row(EndpointView view) =>
        [
            view.Label,
            Quantity.Count(view.Now?.Requests),
            Quantity.Count(view.Now?.Failures),
            Quantity.PerSecond(view.Now?.RequestsPerSecond),
            Quantity.Micros(view.Now?.P50Micros),
            Quantity.Micros(view.Now?.P95Micros),
            Quantity.Micros(view.Now?.P99Micros),
            view.Compared(Metrics.P95) is { } change ? Quantity.Change(change.Change) : Quantity.Unknown,
        ];
    }

    static SummaryTable Targets(IReadOnlyList<TargetResult> targets) => new(
        "Targets",
        ["Endpoint", "Metric", Number("Now"), "Tier", Number("Target"), Number("Acceptable"), Number("Critical")],
        [.. targets.Select(t => (t, metric: Metric.Of(t.Metric))).Select(x => (IReadOnlyList<string>)
        [
            PlainText.Line(x.t.Subject()),
            x.metric.Label,
            x.metric.Limited(x.t.Value),
            x.t.Tier?.ToString().ToLowerInvariant() ?? "not measured",
            x.metric.Condition(x.t.Target),
            x.metric.Condition(x.t.Acceptable),
            x.metric.Condition(x.t.Critical),
        ]),]);

    static SummaryTable Criteria(IReadOnlyList<CriterionResult> criteria) => new(
        "Success criteria",
        ["Criterion", "Outcome", "Evidence"],
        [.. criteria.Select(c => (c, words: CriterionWords.Of(c.Outcome))).Select(x => (IReadOnlyList<string>)
        [
            PlainText.Line(x.c.Title), $"{x.words.Emoji} {x.words.Word}", PlainText.Line(x.c.Evidence, 200),
        ]),]);

    // One status each is what everybody expects: there is nothing to tell.
    static SummaryTable Statuses(EndpointView overall, IReadOnlyList<EndpointView> each) => new(
        "Statuses",
        ["Endpoint", "Answered"],
        [.. each.Prepend(overall).Where(v => v.Now?.Statuses?.Count > 1).Select(v => (IReadOnlyList<string>)
        [
            v.Label, StatusWords.Of(v.Now) ?? Quantity.Unknown,
        ]),]);

    static SummaryTable Slowest(RunRecord run)
    {
        var slow = SlowRequests.Of(run);
        return new SummaryTable(
            "Slowest requests",
            [Number("At"), "Endpoint", "Status", Number("Size"), Number("Response time")],
            [.. (slow?.Slowest(MostSlow) ?? []).Select(r => (IReadOnlyList<string>)
            [
                Ticks.Clock(r.Second), PlainText.Line($"{r.Method} {r.Endpoint}"), StatusWords.Told(r), Quantity.Bytes(r.Bytes), Quantity.Micros(r.ResponseMicros),
            ]),])
        {
            Note = slow is null ? null : $"{slow.Told} {slow.LeftOut(MostSlow)}".TrimEnd(),
        };
    }

    static SummaryTable Failures(Report report) => new(
        "Failures",
        ["Endpoint", "Reason", Number("Measured"), Number("In warm-up"), Number("First seen"), Number("Last seen")],
        [.. report.Run.Failures.OrderByDescending(f => f.Count).Select(f => (IReadOnlyList<string>)
        [
            PlainText.Line($"{f.Method} {f.Endpoint}"),
            PlainText.Line(f.Reason, 200),
            Quantity.Count(f.Count),
            Quantity.Count(f.WarmUpCount),
            Quantity.Span(f.FirstSeconds),
            Quantity.Span(f.LastSeconds),
        ]),]);

    static SummaryTable Resources(Report report) => new(
        "Resources",
        ["Service", Number("CPU time"), Number("CPU per request"), Number("Peak memory"), Number("Throttled"), Number("Restarts"), Number("OOM kills")],
        [.. report.Run.Resources.Select(r => (IReadOnlyList<string>)
        [
            PlainText.Line(r.Service),
            Quantity.Seconds(r.CpuSeconds),
            Quantity.Micros(r.CpuMicrosPerRequest),
            Of(Quantity.Bytes(r.PeakMemoryBytes), r.MemoryLimitBytes is { } limit ? Quantity.Bytes(limit) : null),
            MetricWords.Time(r.ThrottledSeconds),
            Quantity.Count(r.Restarts),
            Quantity.Count(r.OomKills),
        ]),]);

    static SummaryTable InsideServices(Report report) => new(
        "Inside the services",
        ["Service", "What", Number("Largest or in all")],
        [.. report.Run.Resources.SelectMany(r => r.Metrics
            .Where(MetricWords.IsWorthSaying)
            .Select(m => (IReadOnlyList<string>)[PlainText.Line(r.Service), PlainText.Line(MetricWords.Name(m)), MetricWords.Figure(m)])),]);

    static string Of(string value, string? limit) => limit is null ? value : $"{value} of {limit}";
}
