using System.Globalization;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Reporting.Tests.Samples;

/// <summary>Reports in every state that a reader can meet.</summary>
public static class SampleReport
{
    const string All = "all requests";

    public static Report Passed() => Of(
        new SampleRun { Seed = 1, FailureShare = 0.35, Slower = new Dictionary<string, double> { ["/api/v1/tokens/my-tokens"] = 0.01 } }.Build(),
        new SampleRun { Seed = 1 }.Build() with { RunId = Baseline().RunId, Commit = Baseline().Commit, Branch = Baseline().Branch, StartedAt = Baseline().StartedAt }, Verdict.Passed, 0,
        "No regression: 12 endpoints within ±5 % of main@29d3c1f.");

    public static Report Regressed() => Of(
        new SampleRun { Seed = 1, Slower = new Dictionary<string, double> { ["/api/v1/tokens/my-tokens"] = 0.38 } }.Build(), Baseline(), Verdict.Regressed, 2,
        "Regressed: 1 of 12 endpoints is slower than main@29d3c1f.");

    public static Report Improved() => Of(
        new SampleRun { Seed = 1, Slower = new Dictionary<string, double> { ["/api/v1/tokens/my-tokens"] = -0.3 } }.Build(), Baseline(), Verdict.Improved, 0,
        "Improved: 1 of 12 endpoints is faster than main@29d3c1f.");

    public static Report NoBaseline() => Of(
        new SampleRun { Seed = 1 }.Build(), null, Verdict.NoBaseline, 0, "No baseline: nothing was compared. 6 of 6 targets are met.");

    public static Report Inconclusive() => Of(
        new SampleRun { Seed = 1 }.Build(), Baseline(), Verdict.Inconclusive, 0, "Inconclusive: a slowdown below 14 % could not have been seen.");

    public static Report CriticalTargetMissed() => Of(
        new SampleRun { Seed = 1, FailureShare = 0.9, Slower = new Dictionary<string, double> { ["/api/v1/auth/login"] = 30 } }.Build(), null, Verdict.NoBaseline, 2,
        "Failed: p99 is 2.4 s, beyond its critical limit of 2 s. No baseline yet.", slow: true);

    /// <summary>Every target is met, and a success criterion is not.</summary>
    public static Report CriterionNotMet() => Of(
        new SampleRun { Seed = 1, FailureShare = 0.9 }.Build(), null, Verdict.NoBaseline, 2,
        "Failed: the error rate is 0.57 %, and success asks for less than 0.5 %. No baseline yet.");

    /// <summary>One suite that passed, one that failed, and one whose environment did not come up.</summary>
    public static IReadOnlyList<SuiteReport> ThreeSuites() =>
    [
        new("zenzefi", Passed()),
        new("corevia", Named(CriterionNotMet(), "corevia")),
        new("accounts", Report: null, "'api' was not ready after 60 s: http://127.0.0.1:49213/health answered 503.\n  See why: docker logs perfgate-accounts-api."),
    ];

    /// <summary>The same report of another suite.</summary>
    public static Report Named(Report report, string suite) =>
        new(report.Run with { Suite = suite, Command = report.Run.Command?.Replace("zenzefi", suite, StringComparison.Ordinal) }, report.Result with { Suite = suite }, report.Baseline);

    /// <summary>As a run was recorded before there were criteria, statuses, connect times, slow requests and weights.</summary>
    public static Report Old()
    {
        var report = CriticalTargetMissed();
        static EndpointRecord Before(EndpointRecord endpoint) => endpoint with { Statuses = null, ConnectTime = null };
        return report with
        {
            Run = report.Run with
            {
                Overall = Before(report.Run.Overall!),
                Endpoints = [.. report.Run.Endpoints.Select(Before)],
                SlowRequests = null,
                Logs = [],
                Users = [.. report.Run.Users.Select(u => new UserClassRecord(u.Name, u.PeakUsers, u.Tasks))],
                Resources =
                [
                    .. report.Run.Resources.Select(r => r with
                    {
                        Tables = null,
                        Statements = r.Statements is null ? null : [.. r.Statements.Select(s => new StatementRecord(s.Text, s.Calls, s.TotalMillis, s.MeanMillis))],
                    }),
                ],
            },
            Result = report.Result with
            {
                Criteria = [],
                Findings = [.. report.Result.Findings.Select(f => new Finding(f.Rule, f.Title, f.Evidence, f.Advice))],
            },
        };
    }

    /// <summary>A system that never answered.</summary>
    public static Report Invalid()
    {
        var report = Of(new SampleRun { Seed = 1, Silent = [.. Enumerable.Range(0, 60)] }.Build(), null, Verdict.Invalid, 4, "Invalid: no request was measured.");
        return report with { Result = report.Result with { Warnings = ["The system died: api exited with code 139 after 3.1 s."] } };
    }

    /// <summary>Every name and text comes from somebody who means harm.</summary>
    public static Report Hostile(string text)
    {
        var run = new SampleRun { Seed = 1, Seconds = 20, FailureShare = 1, Endpoints = [new("GET", text, 1, 900, 0.3), new(text, "/b" + text, 1, 900, 0.3)] }.Build() with
        {
            Suite = text,
            Profile = text,
            Branch = text,
            Command = text,
            Warnings = [text],
            Machine = new Dictionary<string, string> { [text] = text },
            Failures = [new FailureRecord(text, text, text, 3, 1, 0, 1)],
            Exceptions = [new ExceptionRecord(text, text, text, text, 1, 0, 1)],
            Users = [new UserClassRecord(text, 3, new Dictionary<string, long> { [text] = 3 }) { Weights = new Dictionary<string, int> { [text] = 3 } }],
            SlowRequests = new SlowRequestsRecord(1_000_000, 3, [new SlowRequestRecord(3, text, text, 0, 3, 2_000_000, Failed: true)]),
            Logs = [new LogRecord(text, 3, [new LogMatchRecord(text, 3, 1, null, text)])],
            Steps = [new StepRecord(text, 1)],
        };
        var stages = run.Stages.Select(s => s with { Name = text }).ToList();
        var resources = run.Resources.Select(r => r with
        {
            Service = text,
            Metrics = [.. r.Metrics.Select(m => m with { Chart = text, Name = text })],
            Statements = [new StatementRecord(text, 1, 1, 1) { Rows = 1 }],
            Tables = [new TableRecord(text, null, 1, 900, 0)],
            Notes = [text],
        }).ToList();
        run = run with { Stages = stages, Resources = resources };
        var report = Of(run, run with { RunId = text }, Verdict.Regressed, 2, text);
        return report with
        {
            Result = report.Result with
            {
                Findings = [new Finding(text, text, text, text) { Meaning = text, FromSeconds = 3, ToSeconds = 6 }],
                Criteria = [.. Enum.GetValues<Outcome>().Select(o => new CriterionResult(text, text, o, text))],
                Warnings = [text],
                Targets = [new TargetResult { Endpoint = text, Metric = text, Value = 1, Tier = Tier.Critical, Target = 1, Acceptable = 1, Critical = 1 }],
                Comparisons = [.. report.Result.Comparisons.Select(c => c with { Flagged = true, Note = text })],
            },
        };
    }

    public static RunRecord Baseline() => new SampleRun { Seed = 2 }.Build() with { Series = new SeriesRecord([], [], new([], [], [], [], []), []) };

    public static Report Of(RunRecord run, RunRecord? baseline, Verdict verdict, int exitCode, string headline, bool slow = false) => new(
        run,
        new GateResult
        {
            Suite = run.Suite,
            Profile = run.Profile,
            RunId = run.RunId,
            Verdict = verdict,
            ExitCode = exitCode,
            Headline = headline,
            Mode = baseline is null ? "none" : "stored",
            Baseline = baseline is null ? null : new BaselineReference(baseline.RunId, baseline.Commit, baseline.Branch, baseline.StartedAt),
            Comparisons = baseline is null ? [] : [.. Comparisons(run, baseline, verdict)],
            Targets = [.. Targets(run, slow)],
            Criteria = [.. Criteria(run)],
            Findings = [.. Findings(run)],
            SmallestVisibleChange = baseline is null ? null : 0.14,
            Warnings = [],
        },
        baseline);

    static IEnumerable<CriterionResult> Criteria(RunRecord run)
    {
        yield return run.Totals.ErrorRate is not { } rate
            ? new CriterionResult(CriterionKinds.ErrorRate, "Error rate below 0.5 %", Outcome.Undecided, "No request was measured.")
            : new CriterionResult(CriterionKinds.ErrorRate, "Error rate below 0.5 %", rate < 0.005 ? Outcome.Passed : Outcome.Failed, string.Create(CultureInfo.InvariantCulture, $"{rate * 100:0.##} % of {run.Totals.Requests:N0} requests failed."))
            {
                Value = rate,
                Limit = 0.005,
            };
        var slowest = run.Endpoints.Where(e => e.Name.Contains("currency", StringComparison.Ordinal)).MaxBy(e => e.P95Micros);
        yield return slowest is null
            ? new CriterionResult(CriterionKinds.P95, "p95 of 3 critical endpoints below 500 ms", Outcome.Undecided, "GET /api/v1/currency/balance had no request.")
            : new CriterionResult(CriterionKinds.P95, "p95 of 3 critical endpoints below 500 ms", Outcome.Passed, string.Create(CultureInfo.InvariantCulture, $"The slowest is {slowest.Name} with {slowest.P95Micros / 1e3:0.#} ms."));
        yield return run.Totals.Requests > 0
            ? new CriterionResult(CriterionKinds.ConcurrentUsers, "100 users at the same time", Outcome.Passed, "100 users were held.")
            : new CriterionResult(CriterionKinds.ConcurrentUsers, "100 users at the same time", Outcome.Undecided, "No request was measured.");
        yield return new CriterionResult(CriterionKinds.NoMemoryLeak, "No memory leak: less than 20 % growth in 30 minutes", Outcome.Undecided, "55 s were measured; at least 180 s are needed.");
        yield return new CriterionResult(CriterionKinds.StableConnections, "Database connections stable and below their limit", Outcome.Undecided, "55 s were measured; at least 60 s are needed.");
        yield return run.Totals.Requests == 0
            ? new CriterionResult(CriterionKinds.NoCrashes, "No crash, restart, OOM kill or panic", Outcome.Failed, "api exited with code 139 after 3.1 s.")
            : new CriterionResult(CriterionKinds.NoCrashes, "No crash, restart, OOM kill or panic", Outcome.Passed, "No service ended or was started again, and no log tells of a panic.");
    }

    static IEnumerable<Finding> Findings(RunRecord run)
    {
        if (run.Totals.Failures > 0)
            yield return new Finding("error-burst", "Failures came in one burst", $"{run.Totals.Failures} of {run.Totals.Failures} failures fell between second 31 and 34 of 60.", "Look at the logs of that moment: a restart, a failover, a timeout of a pool, or a limit that was reached.")
            {
                Meaning = "Something happened at that moment; the system is not failing all along",
                FromSeconds = 31,
                ToSeconds = 34,
            };
        yield return new Finding("memory-growth", "The memory of 'api' climbs", "It grew from 120 MiB to 214 MiB.", "Run `./build.sh --target=Perf --profile=soak` and see whether it settles")
        {
            Meaning = "A cache that fills settles; a leak goes on until the service is killed.",
            FromSeconds = 5,
            ToSeconds = 60,
        };
    }

    static IEnumerable<Comparison> Comparisons(RunRecord run, RunRecord baseline, Verdict verdict)
    {
        foreach (var (now, before) in run.Endpoints.Select(e => (e, baseline.Endpoints.FirstOrDefault(b => b.Name == e.Name && b.Method == e.Method))).Prepend((run.Overall!, baseline.Overall)))
        {
            var method = now.Name == All ? null : now.Method;
            yield return Compare(now.Name, method, "p50", before?.P50Micros, now.P50Micros, 0.03 + Noise(now), verdict);
            yield return Compare(now.Name, method, "p95", before?.P95Micros, now.P95Micros, 0.05 + Noise(now), verdict);
            yield return Compare(now.Name, method, "p99", before?.P99Micros, now.P99Micros, 0.1 + Noise(now), verdict, gated: false);
            yield return Compare(now.Name, method, "requestsPerSecond", before?.RequestsPerSecond, now.RequestsPerSecond, 0.04 + Noise(now), verdict);
            yield return Compare(now.Name, method, "errorRate", 0, now.Requests > 0 ? (double)now.Failures / now.Requests : null, 0, verdict);
        }
    }

    // The fewer requests, the wider the interval.
    static double Noise(EndpointRecord now) => 1.2 / Math.Sqrt(Math.Max(1, now.Requests));

    static Comparison Compare(string endpoint, string? method, string metric, double? before, double? now, double half, Verdict verdict, bool gated = true)
    {
        double? change = before > 0 && now is not null ? now / before - 1 : null;
        if (verdict is Verdict.Passed) half = 0.02;
        var regressed = verdict is Verdict.Regressed && metric is ("p50" or "p95") && change - half > 0.1;
        var improved = verdict is Verdict.Improved && metric is ("p50" or "p95") && change + half * 1.15 < -0.1;
        return new Comparison
        {
            Endpoint = endpoint,
            Method = method,
            Metric = metric,
            Baseline = before,
            Candidate = now,
            Change = change,
            Lower = change - half,
            Upper = change + half * 1.15,
            Verdict = regressed ? Verdict.Regressed : improved ? Verdict.Improved : Math.Abs(change ?? 1) < 0.02 ? Verdict.Passed : Verdict.Inconclusive,
            Flagged = regressed || improved,
            Gated = gated,
            Note = change is null ? "The baseline saw no failure, so there is no ratio." : gated ? null : "Shown only: fewer than 5,000 requests.",
        };
    }

    static IEnumerable<TargetResult> Targets(RunRecord run, bool slow)
    {
        yield return Target(All, "p50", run.Overall?.P50Micros / 1e3, 50, 100, 200);
        yield return Target(All, "p95", run.Overall?.P95Micros / 1e3, 75, 500, 1000);
        yield return Target(All, "p99", slow ? 2400 : run.Overall?.P99Micros / 1e3, 500, 1000, 2000);
        yield return Target(All, "errorRate", run.Totals.ErrorRate, 0.001, 0.01, 0.05);
        yield return Target(All, "requestsPerSecond", run.Totals.RequestsPerSecond, 45, 30, 20);
        yield return Target("/api/v1/currency/balance", "p95", run.Endpoints.FirstOrDefault(e => e.Name == "/api/v1/currency/balance")?.P95Micros / 1e3, 10, 20, 50) with { Method = "GET" };
    }

    static TargetResult Target(string endpoint, string metric, double? value, double target, double acceptable, double critical)
    {
        bool Reached(double limit) => target > critical ? value >= limit : value <= limit;
        return new TargetResult
        {
            Endpoint = endpoint,
            Metric = metric,
            Value = value,
            Tier = value is null ? null : Reached(target) ? Tier.Target : Reached(acceptable) ? Tier.Acceptable : Reached(critical) ? Tier.Degraded : Tier.Critical,
            Target = target,
            Acceptable = acceptable,
            Critical = critical,
        };
    }
}
