using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Reporting.Tests.Samples;

/// <summary>Reports of paired sessions, and one with a history.</summary>
public static class SamplePaired
{
    public static Report Regressed() => Of(
        new SampleSession { ConfirmRounds = 12, Slower = new Dictionary<string, double> { ["/api/v1/tokens/my-tokens"] = 0.12, [EndpointRecord.AllRequests] = 0.06 } },
        Verdict.Regressed, "Regressed: p50 of GET /api/v1/tokens/my-tokens is 13 % slower than merge base with main (29d3c1f), and 2 more.", 0.04);

    public static Report Passed() => Of(
        new SampleSession(), Verdict.Passed, "Passed: no change beyond ±5 % against merge base with main (29d3c1f).", 0.031);

    public static Report Improved() => Of(
        new SampleSession { ConfirmRounds = 12, Slower = new Dictionary<string, double> { ["/api/v1/tokens/my-tokens"] = -0.2 } },
        Verdict.Improved, "Improved: GET /api/v1/tokens/my-tokens is faster than merge base with main (29d3c1f).", 0.04);

    public static Report Inconclusive() => Of(
        new SampleSession { Noise = 0.13 }, Verdict.Inconclusive, "Inconclusive: a slowdown below 14 % could have stayed unseen.", 0.14, settle: 38);

    /// <summary>Four endpoints have too few requests to be shown to be unchanged.</summary>
    public static Report Watched() => Of(
        new SampleSession { Rare = new HashSet<string> { "/health", "/api/v1/proxy/status", "/api/v1/currency/transactions", "/api/v1/tokens/purchase (duration=24h)" } },
        Verdict.Passed, "Passed: no change beyond ±5 % against merge base with main (29d3c1f).", 0.031);

    public static Report WithVoidRounds() => Of(
        new SampleSession
        {
            ScreenRounds = 12,
            RoundsPerStart = 4,
            Void = new Dictionary<int, string>
            {
                [2] = "The hypervisor gave 7.1 % of the machine to others; the limit is 3 %.",
                [9] = "The control endpoint took 391 µs, 3.3 times its usual 118 µs.",
            },
        },
        Verdict.Passed, "Passed: no change beyond ±5 % against merge base with main (29d3c1f).", 0.035);

    /// <summary>A session that died: nothing could be compared.</summary>
    public static Report Broken()
    {
        var report = Of(new SampleSession { ScreenRounds = 3 }, Verdict.Invalid, "Invalid run: the candidate died in round 4.", null);
        return report with
        {
            Result = report.Result with { Comparisons = [], ExitCode = 4 },
            Paired = report.Paired! with { Broken = "The candidate's api exited with code 139 in round 4." },
        };
    }

    /// <summary>A stored comparison over a history in which p95 of an endpoint once rose and its median once fell.</summary>
    public static Report WithHistory()
    {
        var report = SampleReport.Passed();
        return report with
        {
            Result = report.Result with
            {
                History =
                [
                    Line(report, "all requests", null, Metrics.P50, 2_700, []),
                    Line(report, "all requests", null, Metrics.P95, 11_200, []),
                    Line(report, "all requests", null, Metrics.RequestsPerSecond, 50.4, []),
                    Line(report, "/api/v1/tokens/my-tokens", "GET", Metrics.P95, 6_400, [(13, 0.12)]),
                    Line(report, "/api/v1/tokens/my-tokens", "GET", Metrics.P50, 3_400, [(5, -0.18), (20, 0.07)]),
                    .. report.Run.Endpoints.Where(e => !e.Name.EndsWith("my-tokens", StringComparison.Ordinal)).Select(e => Line(report, e.Name, e.Method, Metrics.P95, e.P95Micros, [])),
                ],
            },
        };
    }

    static Report Of(SampleSession sample, Verdict verdict, string headline, double? smallest, int? settle = null)
    {
        var session = sample.Build();
        var report = SampleReport.Of(new SampleRun { Seed = 1 }.Build(), null, verdict, verdict is Verdict.Regressed ? 2 : 0, headline);
        return report with
        {
            Result = report.Result with
            {
                Mode = "paired",
                Comparisons = sample.Compare(session),
                SmallestVisibleChange = smallest,
                Paired = new PairedSummary
                {
                    ScreenRounds = session.Screen.Count(r => r.Void.Count == 0),
                    ConfirmRounds = session.Confirm.Count,
                    VoidRounds = session.Screen.Count(r => r.Void.Count > 0),
                    Rate = session.Rate,
                    RoundsToSettle = settle,
                    Blocks = session.Screen.Concat(session.Confirm).Select(r => r.Block).Distinct().Count(),
                },
            },
            Paired = session,
        };
    }

    static HistoryLine Line(Report report, string endpoint, string? method, string metric, double level, (int Index, double Change)[] turns)
    {
        const int runs = 26;
        var random = new Random(endpoint.Length + metric.Length);
        var levels = Enumerable.Range(0, runs).Select(i => level * turns.Where(t => i >= t.Index).Aggregate(1.0, (all, t) => all * (1 + t.Change))).ToList();
        var points = levels.Select((l, i) => new HistoryPoint(
            i == runs - 1 ? report.Run.RunId : $"202611{i + 1:00}-080000-00{i:00}",
            i == runs - 1 ? report.Run.Commit : $"{i:00}c0ffee{i:00}5e1d",
            i == runs - 1 ? report.Run.StartedAt : new DateTimeOffset(2026, 10, 20, 8, 0, 0, TimeSpan.Zero).AddDays(i),
            l * (1 + 0.02 * (random.NextDouble() - 0.5)))).ToList();
        return new HistoryLine
        {
            Endpoint = endpoint,
            Method = method,
            Metric = metric,
            Points = points,
            Changes = [.. turns.Select(t => new HistoryChange(t.Index, levels[t.Index - 1], levels[t.Index], 0.001))],
            Lower = levels[^1] * 0.965,
            Upper = levels[^1] * 1.035,
        };
    }
}
