using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;
using PerfGate.Statistics;
using PerfGate.Statistics.Paired;

namespace PerfGate.Gate.Paired.Calibrating;

/// <summary>What sessions come to: rates of verdicts, counted and by replay, and the noise of each metric. Pure.</summary>
/// <param name="settings">The rule, and how sessions are laid out.</param>
/// <param name="replays">How many replays each rate by replay is of.</param>
internal sealed class CalibrationSummary(JudgeSettings settings, int replays = 1_000)
{
    const double Confidence = 0.95;

    /// <summary>The calibration of sessions of one fingerprint.</summary>
    /// <param name="sessions">At least one.</param>
    /// <param name="random">Where replays draw from.</param>
    public Calibration Of(IReadOnlyList<CalibrationSession> sessions, Random random)
    {
        var first = sessions[0].Record;
        var same = sessions.Where(s => s.Record.Injected() is null && s.Record.Broken is null).Select(s => s.Record).ToList();
        var found = new Calibration
        {
            Fingerprint = first.Fingerprint,
            Machine = first.Machine,
            Rate = first.Rate > 0 ? first.Rate : null,
            Capacity = first.Capacity,
            Metrics = Noise(same),
        };
        var known = settings with { Noise = found.Noise };
        return found with
        {
            Rates =
            [
                .. sessions.GroupBy(s => s.Record.Injected())
                    .OrderBy(g => g.Key is not null)
                    .ThenBy(g => g.Key, StringComparer.Ordinal)
                    .SelectMany(g => Rates(g.Key, [.. g], known, random)),
            ],
        };
    }

    IEnumerable<CalibratedRate> Rates(string? injected, IReadOnlyList<CalibrationSession> sessions, JudgeSettings known, Random random)
    {
        yield return Rate(injected, replayed: false, [.. sessions.Select(s => s.Verdict)]) with
        {
            MedianSeconds = Median.Of(sessions.Select(s => s.Record.DurationSeconds)),
        };
        var replay = new Replay([.. sessions.Where(s => s.Record.Broken is null).Select(s => s.Record)], known.PairedLayout, random);
        if (replay.IsPossible)
            yield return Rate(injected, replayed: true, [.. Enumerable.Range(0, replays).Select(_ => Decide(replay.Draw(maySwap: injected is null), known))]);
    }

    // A second look that was not due does not count.
    static Verdict Decide(PairedRecord record, JudgeSettings known)
    {
        var first = record with { Confirm = [] };
        return PairedDecision.Of(first, known.Paired, known.Noise).NeedsConfirmation ? PairedJudge.VerdictOf(record, known) : PairedJudge.VerdictOf(first, known);
    }

    static CalibratedRate Rate(string? injected, bool replayed, IReadOnlyList<Verdict> verdicts)
    {
        var valid = verdicts.Count - Count(Verdict.Invalid);
        return new CalibratedRate
        {
            Injected = injected,
            Replayed = replayed,
            Sessions = verdicts.Count,
            Regressed = Count(Verdict.Regressed),
            Improved = Count(Verdict.Improved),
            Passed = Count(Verdict.Passed),
            Inconclusive = Count(Verdict.Inconclusive),
            Invalid = Count(Verdict.Invalid),
            RegressedAtLeast = ClopperPearson.AtLeast(Count(Verdict.Regressed), valid, Confidence) ?? 0,
            RegressedAtMost = ClopperPearson.AtMost(Count(Verdict.Regressed), valid, Confidence) ?? 1,
            InconclusiveAtMost = ClopperPearson.AtMost(Count(Verdict.Inconclusive), valid, Confidence) ?? 1,
        };

        int Count(Verdict verdict) => verdicts.Count(v => v == verdict);
    }

    static IReadOnlyList<CalibratedNoise> Noise(List<PairedRecord> sessions)
    {
        var looks = sessions.Select(s => new PairedRounds(s.Screen)).ToList();
        var metrics = looks.SelectMany(l => l.Keys).Distinct().OrderBy(m => m.Name, StringComparer.Ordinal);
        return
        [
            .. from metric in metrics
               let noise = PairedNoise.Of(looks.Select(l => Ratios(l, metric)))
               where noise is not null
               select new CalibratedNoise(metric.Name, noise.Sessions, Math.Round(noise.Round, 5), noise.Session is { } between ? Math.Round(between, 5) : null),
        ];
    }

    static IReadOnlyList<double> Ratios(PairedRounds look, PairedMetric metric)
    {
        var ratios = look.Ratios([metric]);
        return ratios.Metrics.Count == 0 ? [] : ratios.Of(metric.Name);
    }
}
