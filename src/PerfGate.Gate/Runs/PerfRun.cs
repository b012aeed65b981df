using Microsoft.Extensions.DependencyInjection;
using PerfGate.Environments;
using PerfGate.Environments.Checks;
using PerfGate.Environments.Compose;
using PerfGate.Environments.Embedded;
using PerfGate.Environments.Probes;
using PerfGate.Environments.Processes;
using PerfGate.Gate.Baselines;
using PerfGate.Gate.Fingerprints;
using PerfGate.Gate.Recording;
using PerfGate.Gate.Records;
using PerfGate.Gate.Suites;
using PerfGate.Gate.Targets;
using PerfGate.Load;
using PerfGate.Load.Profiles;
using PerfGate.Load.Results;

namespace PerfGate.Gate.Runs;

/// <summary>
/// One run from its checklist to its record: preflight, up, migrate, load, in this order; disposing of it takes the
/// environment down, whatever happened before.
/// </summary>
public sealed class PerfRun : IAsyncDisposable
{
    // A step that is broken beyond doubt need not be held to its end.
    static readonly ErrorRateLimit Broken = new(0.5, TimeSpan.FromSeconds(10));

    const long LeastDisk = 512L << 20;
    const long LeastMemory = 512L << 20;

    readonly RunPlan plan;
    readonly TimeProvider time;
    readonly Action<string> say;
    readonly RunSetup setup;
    ISystemEnvironment? environment;
    RunFolder? folder;
    int said;
    bool down;

    /// <summary>A run that has not begun.</summary>
    /// <param name="plan">What to run.</param>
    /// <param name="time">The clock.</param>
    /// <param name="say">Told what happens, a line at a time.</param>
    public PerfRun(RunPlan plan, TimeProvider time, Action<string> say)
    {
        this.plan = plan;
        this.time = time;
        this.say = say;
        setup = new RunSetup(plan, time);
    }

    /// <summary>The run's folder; there from <see cref="UpAsync"/> on.</summary>
    public RunFolder Folder => folder ?? throw new InvalidOperationException("The run has no folder before it is brought up.");

    /// <summary>Whether load was run and its record written.</summary>
    public bool IsMeasured { get; private set; }

    /// <summary>Whether it ran to its end under a load that others can have too.</summary>
    public bool IsComparable { get; private set; }

    /// <summary>Chooses the environment, goes through the checklist, and prints both.</summary>
    /// <exception cref="GateException">Something in it keeps the run from succeeding.</exception>
    public async Task PreflightAsync(CancellationToken ct)
    {
        await setup.ChooseKind(say, ct);
        await using var services = setup.Services();
        var report = await Preflight.RunAsync(
            [
                new SdkCheck(new ProcessRunner(time), plan.Root),
                new SettingsCheck("suite", plan.Suite.Problems),
                new LimitedNamesCheck(plan.Suite),
                .. setup.EnvironmentChecks,
                new SettingsCheck("load", () => LoadPlan(new Uri("http://127.0.0.1"), services).Problems()),
                new WritableFolderCheck(plan.Artifacts),
                new DiskCheck(plan.Root, LeastDisk),
                new MemoryCheck(LeastMemory),
                new BaselineCheck(new BaselineStore(plan.Baselines, time, suiteArgument: plan.SuiteArgument), setup.Fingerprint(plan.Profile), plan.SuiteArgument),
                new QuietMachineCheck(time),
            ],
            ct);
        say(report.ToString());
        if (!report.Passed)
            throw new GateException($"The run cannot succeed:\n  {string.Join("\n  ", report.Failures.Select(f => f.Advice is null ? f.Text : $"{f.Text}\n    {f.Advice}"))}");
    }

    /// <summary>Builds the system and makes its stores ready.</summary>
    /// <exception cref="EnvironmentException">It could not be built.</exception>
    public async Task UpAsync(CancellationToken ct)
    {
        await setup.ChooseKind(say, ct);
        folder = RunFolder.Create(plan.Artifacts, plan.Suite.Name, time);
        say($"Run {folder.RunId}: suite {plan.Suite.Name}, profile {plan.Profile.Name} ({Peak(plan.Profile)}, {plan.Profile.Duration.TotalSeconds:0} s), {setup.Kind}");
        var options = new EnvironmentOptions
        {
            Suite = plan.Suite.Name,
            RunId = folder.RunId,
            RunFolder = folder.Path,
            Root = plan.Root,
            LockFolder = Path.Combine(plan.Root, "artifacts", "locks"),
            Echo = say,
        };
        environment = setup.Environment(options);
        await environment.UpAsync(ct);
        SaySteps();
    }

    /// <summary>Applies the migrations, proves that none is pending, and starts the system until it is ready.</summary>
    /// <exception cref="EnvironmentException">A migration failed, or the system was not ready in time.</exception>
    public async Task MigrateAsync(CancellationToken ct)
    {
        var system = Up;
        await system.MigrateAsync(ct);
        SaySteps();
        await system.StartAsync(ct);
        SaySteps();
        say((await Preflight.RunAsync([new TargetHostCheck(system.BaseAddress!, plan.AllowedHosts), new ProbesCheck(system.Probes)], ct)).ToString());
    }

    /// <summary>Runs the profile, and writes the record of it.</summary>
    /// <exception cref="OperationCanceledException">Cancelled: nothing was written.</exception>
    public async Task LoadAsync(IProgress<LoadProgress>? progress, CancellationToken ct)
    {
        var system = Up;
        var target = system.BaseAddress ?? throw new InvalidOperationException("The environment has no address before it is up.");
        var git = await GitFacts.Read(plan.Root, time, ct);
        using var client = new HttpClient { BaseAddress = target, Timeout = TimeSpan.FromSeconds(10) };
        var count = plan.Suite.Counter is { } counter ? new SystemCount(client, counter) : null;
        if (count is not null) await count.Begin(ct);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await using var services = setup.Services();
        await using var usage = new ResourceWatch(system.Probes, plan.Profile, time);
        var running = new LoadEngine(time).Run(LoadPlan(target, services) with { Began = usage.ProfileBegan }, progress, stop.Token);
        if (await Task.WhenAny(running, system.Died) == system.Died) await stop.CancelAsync();
        var load = await running;
        ct.ThrowIfCancellationRequested();

        var death = system.Died.IsCompletedSuccessfully ? await system.Died : null;
        var record = RunRecorder.Record(load, Identity(git), death);
        record = record with
        {
            Resources = [.. (await usage.StopAsync(record.Totals)).Select(r => r with { IsStore = setup.IsStore(r.Service) })],
            Logs = LogRecorder.Record(await system.ReadLogsAsync(record.StartedAt, ct), record.StartedAt),
            Warnings = [.. record.Warnings, .. usage.Warnings],
            Steps = [.. system.Steps.Select(s => new StepRecord(s.Name, s.Duration.TotalSeconds))],
            SystemRequests = death is null && count is not null ? await count.End(ct) : null,
        };
        RunRecordFile.Write(WithCountChecked(record), Folder.RunFile);
        Folder.BecomeLatest();
        IsMeasured = true;
        IsComparable = record is { End: RunEnd.Completed, UntilItBreaks: false };
        await system.SaveLogsAsync(Folder.Logs, whole: death is not null);
        say($"{record.Totals.Requests:N0} requests measured, {record.Totals.Failures:N0} failed; {record.WarmUp.Requests:N0} more in the warm-up.");
        if (death is not null) say(death);
    }

    /// <summary>Kills every process of the system at once, for a second Ctrl+C.</summary>
    public void Abort() => environment?.Abort();

    /// <summary>Saves the logs where a run failed, and takes the environment down.</summary>
    public async ValueTask DisposeAsync()
    {
        if (environment is null || down) return;
        down = true;
        if (!IsMeasured) await environment.SaveLogsAsync(Folder.Logs, whole: true);
        await environment.DisposeAsync();
    }

    ISystemEnvironment Up => environment ?? throw new InvalidOperationException("The environment was not brought up.");

    /// <summary>Says which steps were finished since it was last asked.</summary>
    void SaySteps()
    {
        foreach (var step in Up.Steps.Skip(said)) say($"✓ {step.Name} ({step.Duration.TotalSeconds:0.0} s)");
        said = Up.Steps.Count;
    }

    static string Peak(Profile profile) => profile.HasArrivals
        ? $"{profile.PeakUsers} users, {profile.PeakRate:0.###} arrivals a second"
        : $"{profile.PeakUsers} users";

    LoadPlan LoadPlan(Uri target, IServiceProvider services) => setup.LoadPlan(target, plan.Profile, services) with
    {
        StopOnErrorRate = plan.Suite.StopOnErrorRate ?? (plan.Profile.UntilItBreaks ? Broken : null),
        AfterStage = plan.Profile.UntilItBreaks ? stage => StageBreak.Look(stage, setup.Targets) : null,
    };

    RunIdentity Identity(GitFacts git) => new()
    {
        RunId = Folder.RunId,
        Suite = plan.Suite.Name,
        Profile = plan.Profile.Name,
        Environment = setup.Kind,
        Engine = setup.Engine,
        Commit = git.Commit,
        Branch = git.Branch,
        Dirty = git.Dirty,
        Seed = plan.Seed,
        Fingerprint = setup.Fingerprint(plan.Profile),
        Targets = setup.Targets,
        UntilItBreaks = plan.Profile.UntilItBreaks,
        Criteria = plan.Suite.Criteria,
        Command = plan.Command,
    };

    static RunRecord WithCountChecked(RunRecord record)
    {
        var ours = record.Totals.Requests + record.WarmUp.Requests;
        return record.SystemRequests is not { } theirs || theirs == ours
            ? record
            : record with { Warnings = [.. record.Warnings, $"The system counted {theirs:N0} requests while load ran, and we counted {ours:N0}."] };
    }
}
