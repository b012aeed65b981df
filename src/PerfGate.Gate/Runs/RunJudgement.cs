using PerfGate.Gate.Baselines;
using PerfGate.Gate.Comparing;
using PerfGate.Gate.Judging;
using PerfGate.Gate.Paired.Calibrating;
using PerfGate.Gate.Recording;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Runs;

/// <summary>Judges runs from their folders: everything after load works from the files, as often as it is asked to.</summary>
/// <param name="baselines">The suite's folder of baselines.</param>
/// <param name="settings">How strictly.</param>
/// <param name="time">The clock.</param>
/// <param name="suiteArgument">What names the suite in commands that are suggested, " --suite=shop"; empty where the build has no other.</param>
public sealed class RunJudgement(string baselines, JudgeSettings settings, TimeProvider time, string suiteArgument = "")
{
    readonly BaselineStore store = new(baselines, time, settings.Guards, suiteArgument);

    /// <summary>Judges a run anew and writes result.json.</summary>
    /// <exception cref="GateException">The record or the baseline cannot be read, or the run was cancelled.</exception>
    public JudgedRun Decide(RunFolder folder)
    {
        var run = RunRecordFile.Read(folder.RunFile);
        var search = store.Find(run);
        var paired = PairedOf(folder);
        var result = Judge.Decide(run, search, paired is null ? settings : WithNoise(paired), paired);
        GateResultFile.Write(result, folder.ResultFile);
        return new JudgedRun(run, result, paired is null ? search.Baseline : null) { Paired = paired };
    }

    /// <summary>A run and the decision that was made about it; it is judged now when it was not before.</summary>
    /// <exception cref="GateException">The record, the decision or the baseline cannot be read.</exception>
    public JudgedRun Read(RunFolder folder)
    {
        if (!File.Exists(folder.ResultFile)) return Decide(folder);
        var run = RunRecordFile.Read(folder.RunFile);
        var result = GateResultFile.Read(folder.ResultFile);
        var paired = PairedOf(folder);
        return new JudgedRun(run, result, paired is null && result.Baseline is { } compared ? store.Read(run.Fingerprint, compared.RunId) : null) { Paired = paired };
    }

    /// <summary>
    /// The commit to compare with side by side because the stored comparison of a run looks worse: that of its baseline. Null when
    /// nothing looks worse, or the baseline is of no commit.
    /// </summary>
    /// <exception cref="GateException">The record or the baseline cannot be read.</exception>
    public string? Suspected(RunFolder folder)
    {
        var run = RunRecordFile.Read(folder.RunFile);
        var search = store.Find(run);
        return search.Baseline is { Commit: { } commit, Dirty: not true } && StoredComparison.Suspects(Judge.Decide(run, search, settings).Comparisons).Count > 0 ? commit : null;
    }

    static PairedRecord? PairedOf(RunFolder folder) => File.Exists(folder.PairedFile) ? PairedRecordFile.Read(folder.PairedFile) : null;

    JudgeSettings WithNoise(PairedRecord paired) =>
        settings.Calibrations is { } folder ? settings with { Noise = Calibrations.Of(folder, paired.Fingerprint).Noise } : settings;

    /// <summary>Makes a run the baseline of its fingerprint; returns the baseline's file.</summary>
    /// <exception cref="GateException">The run is not fit for it, or the baseline cannot be written.</exception>
    public Task<string> MakeBaseline(RunFolder folder, CancellationToken ct) =>
        store.SaveAsync(RunRecordFile.Read(folder.RunFile), ct);
}
