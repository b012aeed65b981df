using PerfGate.Frosting.Progress;
using PerfGate.Frosting.Settings;
using PerfGate.Gate.Judging;
using PerfGate.Gate.Paired;
using PerfGate.Gate.Recording;
using PerfGate.Gate.Runs;
using PerfGate.Gate.SignOffs;
using PerfGate.Reporting;

namespace PerfGate.Frosting.Hosting;

/// <summary>The runs of a sign-off, one profile after the other, and the paired session with the last release.</summary>
internal sealed class SignOffRun(PerfSettings settings, JudgeSettings judging, TextWriter output) : IAsyncDisposable
{
    readonly RunJudgement judgement = new(settings.Plan.Baselines, judging, TimeProvider.System, settings.Plan.SuiteArgument);
    PerfRun? run;
    PairedRun? paired;

    /// <summary>Runs everything, and writes signoff.json and signoff.md.</summary>
    /// <exception cref="GateException">There is no release to compare with, or a system cannot be brought up.</exception>
    /// <exception cref="OperationCanceledException">Cancelled: nothing is signed off.</exception>
    public async Task<SignOffRecord> RunAsync(CancellationToken ct)
    {
        if (settings.Paired is not { Against: not null } against)
            throw new GateException($"A sign-off compares with the last release, and none is named.\n  Name its tag or commit: ./build.sh --target=PerfSignOff{settings.Plan.SuiteArgument} --against=v1.2.0");
        await PairedRun.RequireAsync(settings.Plan.Root, against, TimeProvider.System, ct);
        var judged = new List<JudgedRun>();
        foreach (var profile in settings.SignOffProfiles)
        {
            var isFirst = judged.Count == 0;
            output.WriteLine($"\nProfile {profile.Name} ({judged.Count + 1} of {settings.SignOffProfiles.Count})");
            var folder = await MeasureAsync(settings.Plan with { Profile = profile }, ct);
            if (isFirst) await PairAsync(against, folder, ct);
            var one = judgement.Decide(folder);
            await ReportFiles.WriteAsync(new Report(one.Run, one.Result, one.Baseline, one.Paired), folder.Path, ct);
            output.WriteLine(one.Result.Headline);
            judged.Add(one);
        }

        var record = SignOffJudge.Decide(judged, TimeProvider.System.GetUtcNow(), settings.Plan.Command?.Replace("--target=Perf ", "--target=PerfSignOff ", StringComparison.Ordinal));
        Write(record, Path.Combine(settings.Artifacts, settings.Plan.Suite.Name, "sign-off"));
        return record;
    }

    /// <summary>Kills at once what runs.</summary>
    public void Abort()
    {
        run?.Abort();
        paired?.Abort();
    }

    public async ValueTask DisposeAsync()
    {
        if (paired is not null) await paired.DisposeAsync();
        if (run is not null) await run.DisposeAsync();
    }

    async Task<RunFolder> MeasureAsync(RunPlan plan, CancellationToken ct)
    {
        await using var measuring = run = new PerfRun(plan, TimeProvider.System, output.WriteLine);
        await measuring.PreflightAsync(ct);
        await measuring.UpAsync(ct);
        await measuring.MigrateAsync(ct);
        await using var progress = LiveProgress.Create();
        await measuring.LoadAsync(progress, ct);
        return measuring.Folder;
    }

    async Task PairAsync(PairedPlan against, RunFolder folder, CancellationToken ct)
    {
        await using var pair = paired = new PairedRun(settings.Plan, against, TimeProvider.System, output.WriteLine);
        var record = await pair.RunAsync(folder.Path, folder.RunId, PairedRun.SeedOf(folder.RunId, settings.Plan.Seed), ct);
        PairedRecordFile.Write(record, folder.PairedFile);
    }

    void Write(SignOffRecord record, string folder)
    {
        var file = Path.Combine(folder, "signoff.json");
        SignOffFile.Write(record, file);
        var document = Path.Combine(folder, "signoff.md");
        File.WriteAllText(document, SignOffMarkdown.Render(record));
        output.WriteLine($"\n{record.Headline}\nSign-off: {document} and {file}");
    }
}
