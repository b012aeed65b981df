using PerfGate.Gate.Records;

namespace PerfGate.Gate.Recording;

/// <summary>What in a record contradicts itself: a file that somebody edited or cut must not be compared with.</summary>
internal static class RunRecordProblems
{
    public static IEnumerable<string> Of(RunRecord run) => Gaps(run) is { } gap ? [gap] : Names(run).Concat(Counts(run)).Concat(Criteria(run)).Concat(Series(run.Series));

    // A list may hold null although its type says otherwise; nothing else can be looked at then.
    static string? Gaps(RunRecord run)
    {
        (string Name, IEnumerable<object?> Items)[] lists =
        [
            ("stages", run.Stages), ("endpoints", run.Endpoints), ("users", run.Users), ("failures", run.Failures), ("exceptions", run.Exceptions),
            ("resources", run.Resources), ("resources[].metrics", run.Resources.SelectMany(r => r?.Metrics ?? [])),
            ("resources[].statements", run.Resources.SelectMany(r => r?.Statements ?? [])), ("resources[].tables", run.Resources.SelectMany(r => r?.Tables ?? [])), ("resources[].notes", run.Resources.SelectMany(r => r?.Notes ?? [])),
            ("steps", run.Steps), ("targets", run.Targets), ("warnings", run.Warnings), ("criteria", run.Criteria), ("criteria[].endpoints", run.Criteria.SelectMany(c => c?.Endpoints ?? [])), ("criteria[].methods", run.Criteria.SelectMany(c => c?.Methods ?? [])), ("slowRequests.sample", run.SlowRequests?.Sample ?? []), ("logs", run.Logs),
            ("logs[].matches", run.Logs.SelectMany(l => l?.Matches ?? [])),
            ("series.endpoints", run.Series.Endpoints), ("machine", run.Machine.Values), ("stages[].endpoints", run.Stages.SelectMany(s => s?.Endpoints ?? [])),
        ];
        return lists.Where(l => l.Items.Contains(null)).Select(l => $"'{l.Name}' holds an empty entry.").FirstOrDefault();
    }

    static IEnumerable<string> Names(RunRecord run)
    {
        if (!PlainName.Is(run.RunId)) yield return $"Its runId '{run.RunId}' is not a plain name.";
        if (!PlainName.Is(run.Fingerprint)) yield return $"Its fingerprint '{run.Fingerprint}' is not a plain name.";
        if (!RunEnd.All.Contains(run.End)) yield return $"Its end '{run.End}' is none of {string.Join(", ", RunEnd.All)}.";
    }

    static IEnumerable<string> Counts(RunRecord run)
    {
        var measured = run.Stages.Where(s => !s.WarmUp).SelectMany(s => s.Endpoints).ToList();
        var warmUp = run.Stages.Where(s => s.WarmUp).SelectMany(s => s.Endpoints).ToList();
        var endpoints = run.Stages.SelectMany(s => s.Endpoints).Concat(run.Endpoints).Concat(run.Overall is null ? [] : [run.Overall]);
        return endpoints.SelectMany(Counts)
            .Concat(Twice(run.Endpoints))
            .Concat(Same("endpoints", run.Endpoints, run.Totals))
            .Concat(Same("the measured stages", measured, run.Totals))
            .Concat(Same("the warm-up stages", warmUp, run.WarmUp))
            .Concat(Same("overall", run.Overall is null ? [] : [run.Overall], run.Totals));
    }

    static IEnumerable<string> Counts(EndpointRecord e)
    {
        if (e.Requests < 1 || e.Failures < 0 || e.Failures > e.Requests)
            yield return $"{e.Method} {e.Name} has {e.Failures} failures in {e.Requests} requests.";
        if (e.ResponseTime.Count != e.Requests || e.ServiceTime.Count != e.Requests)
            yield return $"{e.Method} {e.Name} has {e.Requests} requests, but {e.ResponseTime.Count} response and {e.ServiceTime.Count} service times.";
        else if (!ExactEnds.Fit(e))
            yield return $"{e.Method} {e.Name} has times from {e.MinMicros} to {e.MaxMicros} us, and a histogram that says otherwise.";
    }

    static IEnumerable<string> Twice(IReadOnlyList<EndpointRecord> endpoints) =>
        from endpoint in endpoints
        group endpoint by (endpoint.Name, endpoint.Method) into same
        where same.Count() > 1
        select $"{same.Key.Method} {same.Key.Name} is in it {same.Count()} times.";

    static IEnumerable<string> Same(string what, IReadOnlyList<EndpointRecord> parts, Totals totals)
    {
        // Decimal holds sums that long does not: a damaged file may count anything.
        var (requests, failures) = (parts.Sum(e => (decimal)e.Requests), parts.Sum(e => (decimal)e.Failures));
        if (requests != totals.Requests || failures != totals.Failures)
            yield return $"It counts {totals.Requests} requests and {totals.Failures} failures, but {what} {requests} and {failures}.";
    }

    static IEnumerable<string> Criteria(RunRecord run) =>
        from criterion in run.Criteria
        where criterion.Methods.Count > 0 && criterion.Methods.Count != criterion.Endpoints.Count
        select $"Its criterion {criterion.Kind} has {criterion.Endpoints.Count} endpoints and {criterion.Methods.Count} methods.";

    static IEnumerable<string> Series(SeriesRecord series)
    {
        var seconds = series.Second.Count;
        var columns = series.Endpoints.Select(e => e.Columns).Prepend(series.All);
        if (series.Users.Count != seconds || columns.Any(c => Lengths(c).Any(length => length != seconds)))
            yield return $"The columns of its series differ in length from its {seconds} seconds.";
    }

    static int[] Lengths(SeriesColumns c) => [c.Requests.Count, c.Failures.Count, c.P50Micros.Count, c.P95Micros.Count, c.P99Micros.Count, c.Bytes?.Count ?? c.Requests.Count];
}
