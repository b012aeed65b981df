using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Runs;

namespace PerfGate.Gate.Paired.Calibrating;

/// <summary>
/// Asks the gate questions whose answers are known: builds that are the same, and builds that are made worse by a known amount.
/// Each session is kept, so that nights add up, and the summary is made from all of them.
/// </summary>
/// <param name="plan">The suite, and how its systems are brought up.</param>
/// <param name="paired">How sessions are laid out, and what is injected; both sides are this checkout.</param>
/// <param name="judging">How strictly.</param>
/// <param name="time">The clock.</param>
/// <param name="say">Told what happens, a line at a time.</param>
public sealed class Calibrator(RunPlan plan, PairedPlan paired, JudgeSettings judging, TimeProvider time, Action<string> say)
{
    // Replays are draws; the same sessions give the same summary.
    const int ReplaySeed = 20_261_121;

    readonly CalibrationStore store = new(paired.Calibrations);
    Action abort = () => { };

    /// <summary>Runs sessions, keeps each, and writes the summary of its fingerprint after each.</summary>
    /// <param name="runs">How many.</param>
    /// <param name="ct">Ends it; what was finished is kept.</param>
    /// <returns>The calibration with all sessions so far.</returns>
    /// <exception cref="GateException">There is no git, or the systems cannot be brought up.</exception>
    public async Task<Calibration> RunAsync(int runs, CancellationToken ct)
    {
        var folder = RunFolder.Create(plan.Artifacts, $"{plan.Suite.Name}-calibration", time);
        try
        {
            return await RunAsync(runs, folder.Path, ct);
        }
        finally
        {
            Directory.Delete(folder.Path, recursive: true);
        }
    }

    async Task<Calibration> RunAsync(int runs, string folder, CancellationToken ct)
    {
        await using var pair = new PairedRun(plan, paired with { Against = null, MergeBaseWith = null }, time, say);
        abort = pair.Abort;
        var calibration = Calibration.None;
        for (var run = 1; run <= runs; run++)
        {
            var id = RunFolder.NewId(time);
            say($"Session {run} of {runs}: {paired.Injection?.Name ?? "identical builds"}");
            var record = await pair.RunAsync(folder, id, PairedRun.SeedOf(id, plan.Seed), ct);
            if (record.Broken is { } broken && record.Screen.Count == 0) throw new GateException($"The session could not be run: {broken}");
            var noise = Calibrations.Of(paired.Calibrations, record.Fingerprint).Noise;
            var verdict = PairedJudge.VerdictOf(record, judging with { Noise = noise });
            store.Add(new CalibrationSession(verdict, record));
            calibration = Summarize(record.Fingerprint);
            say(FormattableString.Invariant($"Session {run} of {runs} ended {verdict.ToString().ToLowerInvariant()} after {record.DurationSeconds:0} s."));
        }

        return calibration;
    }

    /// <summary>Decides anew from the sessions that are kept, with the rule as it is now, and writes the summaries.</summary>
    /// <returns>One calibration for each fingerprint that has sessions.</returns>
    public IReadOnlyList<Calibration> Replay() => Directory.Exists(paired.Calibrations)
        ? [.. Directory.EnumerateDirectories(paired.Calibrations).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal).Where(f => store.Read(f).Count > 0).Select(Summarize)]
        : [];

    /// <summary>Kills at once what runs.</summary>
    public void Abort() => abort();

    Calibration Summarize(string fingerprint)
    {
        var calibration = new CalibrationSummary(judging).Of(store.Read(fingerprint), new Random(ReplaySeed));
        Calibrations.Write(calibration, paired.Calibrations);
        return calibration;
    }
}
