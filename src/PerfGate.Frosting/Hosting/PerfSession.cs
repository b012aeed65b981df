using System.Diagnostics.CodeAnalysis;
using Cake.Core;
using PerfGate.Frosting.Settings;
using PerfGate.Gate.Judging;
using PerfGate.Gate.Paired;
using PerfGate.Gate.Paired.Calibrating;
using PerfGate.Gate.Recording;
using PerfGate.Gate.Results;
using PerfGate.Gate.Runs;
using PerfGate.Gate.SignOffs;

namespace PerfGate.Frosting.Hosting;

/// <summary>What the tasks of one call hand from one to the next.</summary>
public sealed class PerfSession : IDisposable
{
    readonly SuiteBook book;
    readonly SettingsReader reader;
    readonly TimeProvider time;
    PerfRun? run;
    PairedRun? paired;
    Calibrator? calibrator;

    internal PerfSession(SuiteBook book, SuiteSequence sequence, TimeProvider time, Func<string, string?> environmentVariable, CancellationToken cancellation)
    {
        Sequence = sequence;
        this.book = book;
        this.time = time;
        Cancellation = cancellation;
        reader = new SettingsReader(book, environmentVariable);
    }

    /// <summary>Cancelled by Ctrl+C and SIGTERM.</summary>
    internal CancellationToken Cancellation { get; }

    /// <summary>The suites of this call, of which this session runs one.</summary>
    internal SuiteSequence Sequence { get; }

    /// <summary>What is to be told of the run; null while there is nothing.</summary>
    internal JudgedRun? ToTell { get; set; }

    /// <summary>Why a task failed; null while none did.</summary>
    internal string? Problem { get; set; }

    /// <summary>The settings of this session's call; null when they could not be read.</summary>
    internal PerfSettings? Settings { get; private set; }

    /// <summary>The sign-off of this call; null when it makes none.</summary>
    internal SignOffRun? SignOff { get; set; }

    /// <summary>The exit code of the gate's decision; null while there is none.</summary>
    internal int? Outcome { get; private set; }

    /// <summary>Whether Cake came as far as the first task: the command line was understood.</summary>
    internal bool HasBegun { get; private set; }

    /// <inheritdoc />
    public void Dispose() => TearDownAsync().GetAwaiter().GetResult();

    /// <summary>Notes that the first task is about to run, and refuses arguments that nobody reads.</summary>
    internal void Begin(ICakeContext context)
    {
        HasBegun = true;
        reader.RefuseUnknown(context.Arguments.GetArguments(), context.Environment.WorkingDirectory.FullPath);
        foreach (var suite in Sequence.HasSeveral ? Sequence.Names : []) _ = ReadSettings(context, suite);
    }

    internal PerfSettings ReadSettings(ICakeContext context) => Settings = ReadSettings(context, suite: null);

    /// <summary>The run of this call; made when the first task needs it.</summary>
    internal PerfRun RunOf(PerfContext context) => run ??= new PerfRun(context.Settings.Plan, time, Console.Out.WriteLine);

    /// <summary>The folder to judge, report on or publish: this call's run, else the one named by --from, else the newest.</summary>
    internal RunFolder FolderOf(PerfSettings settings) =>
        run is { IsMeasured: true } ? run.Folder
        : settings.From is { } from ? RunFolder.Open(Sequence.HasSeveral ? Path.Combine(from, settings.Plan.Suite.Name) : from)
        : RunFolder.Latest(settings.Artifacts, settings.Plan.Suite.Name);

    /// <summary>Judges runs as strictly as this call asks for.</summary>
    internal RunJudgement Judgement(PerfSettings settings) => new(settings.Plan.Baselines, Judging(settings), time, settings.Plan.SuiteArgument);

    /// <summary>How strictly this call judges.</summary>
    internal static JudgeSettings Judging(PerfSettings settings) => new()
    {
        Strict = settings.Strict,
        PairedLayout = settings.PairedDefaults.Settings,
        Calibrations = settings.PairedDefaults.Calibrations,
    };

    /// <summary>
    /// Compares the run's system side by side with the commit asked for, or with that of a stored baseline than which the run looks
    /// worse; the run's own environment is taken down before.
    /// </summary>
    /// <exception cref="GateException">There is no such commit.</exception>
    internal async Task PairAsync(PerfSettings settings)
    {
        if (run is not { IsMeasured: true, IsComparable: true }) return;
        var plan = settings.Paired ?? Suspected(settings);
        if (plan is null) return;
        await TearDownAsync();
        var id = run.Folder.RunId;
        paired = new PairedRun(settings.Plan, plan, time, Console.Out.WriteLine);
        var record = await paired.RunAsync(run.Folder.Path, id, PairedRun.SeedOf(id, settings.Plan.Seed), Cancellation);
        PairedRecordFile.Write(record, run.Folder.PairedFile);
    }

    /// <summary>Runs calibration sessions, or decides anew from those that are kept.</summary>
    /// <exception cref="GateException">The systems cannot be brought up.</exception>
    internal async Task<IReadOnlyList<Calibration>> CalibrateAsync(PerfSettings settings)
    {
        calibrator = new Calibrator(settings.Plan, settings.PairedDefaults, Judging(settings), time, Console.Out.WriteLine);
        return settings.Replay ? calibrator.Replay() : [await calibrator.RunAsync(settings.Runs, Cancellation)];
    }

    PairedPlan? Suspected(PerfSettings settings)
    {
        if (settings.AgainstNothing || Judgement(settings).Suspected(run!.Folder) is not { } commit) return null;
        Console.WriteLine($"The run looks worse than its baseline: comparing both side by side. (--{PerfArguments.Against}=none keeps from that.)");
        return settings.PairedDefaults with { Against = commit, IsSuspicion = true };
    }

    /// <summary>Makes the gate's decision the outcome of this call.</summary>
    /// <exception cref="GateException">The gate fails.</exception>
    internal void Conclude(GateResult result)
    {
        Outcome = result.ExitCode;
        if (result.ExitCode != ExitCodes.Done) Fail(result.ExitCode, $"{result.Headline} (exit code {result.ExitCode})");
    }

    /// <summary>Makes the decision about a release the outcome of this call.</summary>
    /// <exception cref="GateException">It is not approved.</exception>
    internal void Conclude(SignOffRecord record)
    {
        Outcome = record.Decision switch
        {
            SignOffDecision.Approved => ExitCodes.Done,
            SignOffDecision.Refused => ExitCodes.Regressed,
            _ => ExitCodes.Inconclusive,
        };
        if (Outcome != ExitCodes.Done) Fail(Outcome.Value, $"{record.Headline} (exit code {Outcome})");
    }

    /// <summary>Makes an exit code the outcome of this call.</summary>
    /// <exception cref="GateException">Always.</exception>
    [DoesNotReturn]
    internal void Fail(int exitCode, string message)
    {
        Outcome = exitCode;
        throw new GateException(message);
    }

    /// <summary>Kills at once what this call started.</summary>
    internal void Abort()
    {
        run?.Abort();
        paired?.Abort();
        calibrator?.Abort();
        SignOff?.Abort();
    }

    // A mistake in what a later suite is asked for must not come out only after the first one has been measured.
    PerfSettings ReadSettings(ICakeContext context, string? suite)
    {
        var arguments = context.Arguments.GetArguments();
        if (suite is not null) arguments = new Dictionary<string, ICollection<string>>(arguments, StringComparer.OrdinalIgnoreCase) { [PerfArguments.Suite] = [suite] };
        return reader.Read(arguments, context.Environment.WorkingDirectory.FullPath);
    }

    /// <summary>Takes the environment down; does nothing when there is none.</summary>
    internal async Task TearDownAsync()
    {
        if (paired is not null) await paired.DisposeAsync();
        if (run is not null) await run.DisposeAsync();
    }
}
