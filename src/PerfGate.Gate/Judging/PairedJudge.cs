using PerfGate.Gate.Paired;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Judging;

/// <summary>Puts the decision of a paired session in the place of a stored comparison. Pure, as all judging is.</summary>
internal static class PairedJudge
{
    /// <summary>The result of a run with what its paired session says.</summary>
    /// <param name="result">What targets, criteria and findings say of the run.</param>
    /// <param name="record">The session.</param>
    /// <param name="settings">How strictly.</param>
    public static GateResult Decide(GateResult result, PairedRecord record, JudgeSettings settings)
    {
        var decision = PairedDecision.Of(record, settings.Paired, settings.Noise);
        var trips = Trips(record, decision, settings).ToList();
        var verdict = VerdictOf(record, decision, trips);
        var counts = verdict != Verdict.Invalid && record.Broken is null;
        var told = result with
        {
            Verdict = verdict,
            Mode = "paired",
            Baseline = new BaselineReference(record.Baseline.Reference, record.Baseline.Commit, record.Baseline.Reference, record.StartedAt),
            // Numbers of a worthless measurement only invite to be believed.
            Comparisons = counts ? decision.Comparisons : [],
            SmallestVisibleChange = counts ? decision.SmallestVisibleChange(settings.PairedLayout.ConfirmBlocks.Sum()) : null,
            Paired = new PairedSummary
            {
                ScreenRounds = decision.ScreenRounds,
                ConfirmRounds = decision.ConfirmRounds,
                VoidRounds = Rounds(record).Count(r => r.Void.Count > 0),
                Rate = record.Rate,
                Blocks = Rounds(record).Select(r => r.Block).Distinct().Count(),
                RoundsToSettle = counts && verdict == Verdict.Inconclusive ? decision.RoundsToSettle() : null,
            },
            Warnings = [.. trips, .. record is { Broken: { } broken, BaselineUnavailable: true } ? [broken] : Array.Empty<string>(), .. Voided(record), .. record.Warnings, .. Gone(decision), .. result.Warnings],
        };
        return told with { Headline = PairedHeadline.Of(told, record, trips, settings) };
    }

    /// <summary>What a session says on its own.</summary>
    public static Verdict VerdictOf(PairedRecord record, JudgeSettings settings)
    {
        var decision = PairedDecision.Of(record, settings.Paired, settings.Noise);
        return VerdictOf(record, decision, [.. Trips(record, decision, settings)]);
    }

    static Verdict VerdictOf(PairedRecord record, PairedDecision decision, List<string> trips) =>
        record is { Broken: not null, BaselineUnavailable: true } ? Verdict.Inconclusive
        : trips.Count > 0 ? Verdict.Invalid
        : decision.Verdict;

    static IEnumerable<RoundRecord> Rounds(PairedRecord record) => record.Screen.Concat(record.Confirm);

    static IEnumerable<string> Trips(PairedRecord record, PairedDecision decision, JudgeSettings settings)
    {
        if (record.Broken is { } broken)
        {
            yield return Words.Sentence(Words.WithoutLog(broken));
            yield break;
        }

        if (Look("first", record.Screen, decision.ScreenRounds) is { } first) yield return first;
        else if (decision.ScreenStarts < settings.Paired.FewestStarts)
            yield return $"Too few starts are left: rounds of {decision.ScreenStarts} count, and it takes {settings.Paired.FewestStarts}.";
        if (record.Confirm.Count > 0 && Look("second", record.Confirm, decision.ConfirmRounds) is { } second) yield return second;

        string? Look(string name, IReadOnlyList<RoundRecord> rounds, int counted)
        {
            var spoilt = rounds.Count - counted;
            var why = spoilt == 0 ? "" : $" Most often: {Words.Lower(rounds.SelectMany(r => r.Void).GroupBy(Kind).MaxBy(g => g.Count())!.First())}";
            if (settings.PairedLayout.Guards.AreTooMany(rounds))
                return $"The machine was too noisy: {spoilt} of the {rounds.Count} rounds of the {name} look do not count (limit {Words.Percent(settings.PairedLayout.Guards.VoidRounds)}).{why}";
            return counted < settings.Paired.FewestRounds
                ? $"Too few rounds are left: {counted} of the {name} look count, and it takes {settings.Paired.FewestRounds}.{why}"
                : null;
        }
    }

    // Sentences of one guard differ in their numbers, points and commas of them included.
    static string Kind(string trip) => new([.. trip.Where(char.IsLetter)]);

    static IEnumerable<string> Voided(PairedRecord record) =>
        Rounds(record).SelectMany(r => r.Void).GroupBy(Kind)
            .Select(g => $"{Words.Count(g.Count(), "round")} did not count: {Words.Lower(g.First())}");

    static IEnumerable<string> Gone(PairedDecision decision) =>
        from comparison in decision.Comparisons
        where comparison is { Gated: true, Baseline: not null, Candidate: null, Metric: Metrics.P50 }
        select $"{Words.Endpoint(comparison.Method, comparison.Endpoint)} was asked for in the baseline, and never in the candidate.";
}
