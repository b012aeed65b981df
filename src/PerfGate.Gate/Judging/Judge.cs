using PerfGate.Gate.Baselines;
using PerfGate.Gate.Comparing;
using PerfGate.Gate.Criteria;
using PerfGate.Gate.Findings;
using PerfGate.Gate.History;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Gate.Runs;
using PerfGate.Gate.Targets;

namespace PerfGate.Gate.Judging;

/// <summary>Decides about a run. Pure: the same records give the same result, from memory or from files.</summary>
public static class Judge
{
    const int Good = 0;
    const int Failed = 2;
    const int Undecided = 3;
    const int Worthless = 4;

    const int MostSuspects = 5;

    /// <summary>Judges a run by its targets and against a stored baseline.</summary>
    /// <param name="run">The run; it ran to its end or its system died.</param>
    /// <param name="baseline">What <see cref="BaselineStore.Find(RunRecord)"/> found for it.</param>
    /// <param name="settings">How strictly.</param>
    /// <param name="paired">The paired session that was made for the run: it decides then, and not the stored baseline; null when there was none.</param>
    /// <exception cref="GateException">The run was cancelled: half a run is not judged.</exception>
    public static GateResult Decide(RunRecord run, BaselineSearch baseline, JudgeSettings settings, PairedRecord? paired = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(settings);
        if (run.End == RunEnd.Cancelled) throw new GateException($"Run {run.RunId} was cancelled, and half a run is not judged.\n  Make a new run: ./build.sh --target=Perf");

        var targets = TargetJudge.Judge(BeforeItBroke.Of(run));
        var trips = Guards.Trips(run, settings.Guards).ToList();
        return trips.Count > 0 ? Invalid(run, targets, trips, settings)
            : paired is null ? Compared(run, baseline, targets, settings)
            : Paired(run, targets, settings, paired);
    }

    static GateResult Paired(RunRecord run, IReadOnlyList<TargetResult> targets, JudgeSettings settings, PairedRecord paired)
    {
        var result = PairedJudge.Decide(Result(run, targets, settings) with { Warnings = [.. Unjudged(run, targets)] }, paired, settings);
        return result with { ExitCode = ExitCode(result.Verdict, result, settings.Strict) };
    }

    // Nothing is compared: numbers of a worthless measurement only invite to be believed.
    static GateResult Invalid(RunRecord run, IReadOnlyList<TargetResult> targets, List<string> trips, JudgeSettings settings) =>
        Result(run, targets, settings) with
        {
            Verdict = Verdict.Invalid,
            ExitCode = Worthless,
            Headline = Headline.Invalid(trips),
            Warnings = [.. trips, .. Unjudged(run, targets)],
        };

    static GateResult Compared(RunRecord run, BaselineSearch search, IReadOnlyList<TargetResult> targets, JudgeSettings settings)
    {
        // Where a search ends depends on what it finds, so its requests are of no load that another one had.
        var baseline = run.UntilItBreaks ? null : search.Baseline;
        var history = new RunHistory(baseline is null ? [] : search.History, RunValues.Of(run), settings.Comparison);
        var compared = baseline is null ? ComparedRun.Nothing : StoredComparison.Compare(baseline, history, run, settings.Comparison);
        var lines = HistoryLines.Of(history, compared, run);
        var verdict = baseline is null ? Verdict.NoBaseline : VerdictOf(compared.Comparisons);
        var result = Result(run, targets, settings);
        return result with
        {
            Verdict = verdict,
            ExitCode = ExitCode(verdict, result, settings.Strict),
            Headline = Headline.Of(verdict, run.UntilItBreaks ? BaselineSearch.Nothing : search, compared, result, settings.Comparison),
            Mode = baseline is null ? "none" : "stored",
            Baseline = baseline is null ? null : Reference(baseline, compared),
            Comparisons = compared.Comparisons,
            History = lines,
            SmallestVisibleChange = compared.SmallestVisibleChange,
            Warnings =
            [
                .. run.UntilItBreaks ? [] : search.Notes,
                .. baseline is null ? [] : Suspects(baseline, compared),
                .. LevelChanges.Told(lines),
                .. Missing(compared.Comparisons),
                .. Unjudged(run, targets),
            ],
        };
    }

    static GateResult Result(RunRecord run, IReadOnlyList<TargetResult> targets, JudgeSettings settings) => new()
    {
        Suite = run.Suite,
        Profile = run.Profile,
        RunId = run.RunId,
        Verdict = Verdict.NoBaseline,
        ExitCode = Good,
        Headline = "",
        Mode = "none",
        Comparisons = [],
        Targets = targets,
        Criteria = CriteriaJudge.Judge(BeforeItBroke.Of(run)),
        Breakpoint = run.UntilItBreaks ? Breakpoint(HeldUsers.Of(run), HeldRate.Of(run)) : null,
        Findings = [.. FindingRules.Look(run, settings.Guards)],
        Warnings = [],
    };

    static Breakpoint Breakpoint(HeldUsers users, HeldRate rate) => new(users.Held, users.Broken?.Users, (users.Broken ?? rate.Broken)?.Why, users.Offered)
    {
        HeldRate = rate.Held,
        BrokeAtRate = rate.Broken?.Rate,
        TriedRate = rate.Offered,
    };

    static Verdict VerdictOf(IReadOnlyList<Comparison> comparisons)
    {
        var gated = comparisons.Where(c => c.Gated).ToList();
        return gated.Count > 0 && gated.TrueForAll(c => c.Verdict == Verdict.Passed) ? Verdict.Passed : Verdict.Inconclusive;
    }

    static int ExitCode(Verdict verdict, GateResult result, bool strict) =>
        result.Targets.Any(t => t.Tier == Tier.Critical) || result.Criteria.Any(c => c.Outcome == Outcome.Failed) || verdict == Verdict.Regressed ? Failed
        : verdict == Verdict.Invalid ? Worthless
        : strict && verdict == Verdict.Inconclusive ? Undecided
        : Good;

    static IEnumerable<string> Unjudged(RunRecord run, IReadOnlyList<TargetResult> targets)
    {
        var unjudged = targets.Where(t => t.Tier is null).ToList();
        return run.Totals.Requests == 0 && unjudged.Count > 1 && unjudged.Count == targets.Count
            ? ["No target could be judged: there was nothing to measure them from."]
            : unjudged.Select(t => $"The target {Words.Metric(t.Metric)} of {t.Subject()} could not be judged: {Words.Sentence(Words.Lower(t.Note ?? "there was nothing to measure it from"))}");
    }

    static BaselineReference Reference(RunRecord baseline, ComparedRun compared) => new(baseline.RunId, baseline.Commit, baseline.Branch, baseline.StartedAt)
    {
        MedianOf = compared.Sessions == 0 ? null : compared.Sessions,
    };

    static IEnumerable<string> Suspects(RunRecord baseline, ComparedRun compared) =>
        StoredComparison.Suspects(compared.Comparisons) is { Count: > 0 } suspects
            ? [$"Worse than {Headline.Reference(baseline, compared)} by more than sessions of one build differ: {string.Join(", ", suspects.Take(MostSuspects).Select(Headline.Describe))}{(suspects.Count > MostSuspects ? $" and {suspects.Count - MostSuspects} more" : "")}."]
            : [];

    static IEnumerable<string> Missing(IReadOnlyList<Comparison> comparisons) =>
        from comparison in comparisons
        where comparison is { Baseline: not null, Candidate: null, Metric: Metrics.P50 }
        select $"{comparison.Method} {comparison.Endpoint} is in the baseline, but had no request in this run.";
}
