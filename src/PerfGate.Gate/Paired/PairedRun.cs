using PerfGate.Environments;
using PerfGate.Gate.Paired.Calibrating;
using PerfGate.Gate.Paired.Sources;
using PerfGate.Gate.Recording;
using PerfGate.Gate.Records;
using PerfGate.Gate.Runs;

namespace PerfGate.Gate.Paired;

/// <summary>
/// The paired sessions of one pair of source trees: builds both from worktrees of equal length, finds the rate once, and runs
/// sessions. Disposing of it removes the worktrees.
/// </summary>
public sealed class PairedRun : IAsyncDisposable
{
    const int Sides = 2;
    const string SourcesName = "sources";

    readonly RunPlan plan;
    readonly PairedPlan paired;
    readonly TimeProvider time;
    readonly Action<string> say;
    readonly RunSetup setup;
    PairedSources? sources;
    PairedSession? session;
    (double Rate, double? Capacity)? load;

    /// <summary>A run that has not begun.</summary>
    /// <param name="plan">The suite, and how its systems are brought up.</param>
    /// <param name="paired">What is compared, and how.</param>
    /// <param name="time">The clock.</param>
    /// <param name="say">Told what happens, a line at a time.</param>
    public PairedRun(RunPlan plan, PairedPlan paired, TimeProvider time, Action<string> say)
    {
        this.plan = plan;
        this.paired = paired;
        this.time = time;
        this.say = say;
        setup = new RunSetup(plan, time);
    }

    /// <summary>Makes sure that the baseline that somebody named can be had, before anything is measured.</summary>
    /// <param name="root">The checkout.</param>
    /// <param name="paired">What is compared.</param>
    /// <param name="time">The clock.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="GateException">There is no such commit, or git cannot tell.</exception>
    public static async Task RequireAsync(string root, PairedPlan paired, TimeProvider time, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(paired);
        if (paired.Against is { } reference) await PairedSources.FindAsync(root, reference, time, ct);
    }

    /// <summary>Removes the worktrees that sessions left which were killed.</summary>
    /// <param name="root">The checkout.</param>
    /// <param name="artifacts">Where runs leave their files.</param>
    /// <param name="time">The clock.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>What was removed.</returns>
    public static Task<IReadOnlyList<string>> SweepAsync(string root, string artifacts, TimeProvider time, CancellationToken ct) =>
        PairedSources.SweepAsync(root, artifacts, SourcesName, time, ct);

    /// <summary>Runs one session.</summary>
    /// <param name="folder">Where everything of it lives while it runs.</param>
    /// <param name="id">What it is called: letters, digits and hyphens.</param>
    /// <param name="seed">Decides orders and places.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>What was measured; also where a system died or the baseline could not be brought up.</returns>
    /// <exception cref="GateException">There is no such baseline, or git cannot tell.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<PairedRecord> RunAsync(string folder, string id, int seed, CancellationToken ct)
    {
        await setup.ChooseKind(say, ct);
        try
        {
            sources ??= await PairedSources.CreateAsync(plan.Root, await AgainstAsync(ct), Path.Combine(folder, SourcesName), time, say, ct);
        }
        catch (GateException e) when (paired.Against is null && paired.MergeBaseWith is not null || paired.IsSuspicion)
        {
            // Nobody named it: what cannot be had is told in the verdict.
            return Unobtainable(id, seed, e.Message);
        }

        var baseline = new PairedSide(Told(sources.Baseline), sources.Baseline.Path, paired.Settings.Variables);
        var candidate = new PairedSide(
            Told(sources.Candidate) with { Injected = paired.Injection?.Name }, sources.Candidate.Path, paired.Settings.Variables.Concat(paired.Injection?.Variables ?? Nothing).ToDictionary(StringComparer.Ordinal));
        say($"Comparing {candidate.Words("candidate")} with {baseline.Words("baseline")}, {setup.Kind}");

        var place = Place(id, folder);
        var calibration = Calibrations.Of(paired.Calibrations, setup.Fingerprint(PairedSession.Load(paired.Settings)).Hash);
        session = Session(calibration.Noise);
        try
        {
            load ??= await RateAsync(baseline, place, calibration, seed, ct);
        }
        catch (Exception e) when (e is EnvironmentException or SystemDiedException)
        {
            return session.Nothing(baseline, candidate, place, seed, $"The baseline could not be brought up: {e.Message}");
        }

        var (rate, capacity) = load.Value;
        say(FormattableString.Invariant($"{paired.Settings.ScreenBlocks.Sum()} rounds of {paired.Settings.Slot.TotalSeconds:0.#} s with {rate:0} requests/s to each side, {paired.Settings.ScreenBlocks.Count} starts of both systems"));
        return await session.RunAsync(baseline, candidate, place, rate, capacity, seed, ct);
    }

    /// <summary>A seed of a run's own: sessions of one pair of builds must not all have one order.</summary>
    /// <param name="id">The run's id.</param>
    /// <param name="seed">What the command line says.</param>
    public static int SeedOf(string id, int seed)
    {
        ArgumentNullException.ThrowIfNull(id);
        return (int)((id.Aggregate(2_166_136_261u, (hash, letter) => (hash ^ letter) * 16_777_619u) + (uint)seed) & int.MaxValue);
    }

    /// <summary>Kills at once what runs.</summary>
    public void Abort() => session?.Abort();

    /// <summary>Removes the worktrees.</summary>
    public async ValueTask DisposeAsync()
    {
        if (sources is not null) await sources.DisposeAsync();
    }

    PairedPlace Place(string id, string folder) => new(plan.Suite.Name, id, folder, plan.Root, Echo: null);

    PairedSession Session(PairedNoiseTable noise) => new(setup, plan, paired.Settings, paired.Rule, noise, time, say);

    PairedRecord Unobtainable(string id, int seed, string why)
    {
        var wanted = paired.Against ?? $"merge base with {paired.MergeBaseWith}";
        PairedSide Side(string reference) => new(new SideRecord(reference, Commit: "unknown", Dirty: false), plan.Root, Nothing);
        return Session(PairedNoiseTable.Unknown).Nothing(Side(wanted), Side("this checkout"), Place(id, plan.Artifacts), seed, $"The baseline cannot be had: {why}");
    }

    static Dictionary<string, string> Nothing { get; } = [];

    static SideRecord Told(SourceTree tree) => new(tree.Reference, tree.Commit, tree.Dirty);

    async Task<string?> AgainstAsync(CancellationToken ct) =>
        paired.Against ?? (paired.MergeBaseWith is { } branch ? await PairedSources.MergeBaseAsync(plan.Root, branch, time, ct) : null);

    // A session is as noisy as its rate makes it, so that a calibration and the sessions it stands for have the same.
    async Task<(double Rate, double? Capacity)> RateAsync(PairedSide baseline, PairedPlace place, Calibration calibration, int seed, CancellationToken ct)
    {
        if (paired.Settings.Rate is { } given) return (given, null);
        if (calibration.Rate is { } known) return (known, calibration.Capacity);
        var cache = new CapacityCache(Path.Combine(plan.Artifacts, plan.Suite.Name, "capacity"));
        var fingerprint = setup.Fingerprint(PairedSession.Load(paired.Settings)).Hash;
        if (cache.Find(fingerprint) is not { } capacity)
        {
            say("How many requests a second can the baseline do here? Looking once.");
            capacity = await new Capacity(setup, time).FindAsync(baseline, place, seed, ct);
            cache.Keep(fingerprint, capacity);
        }

        say(FormattableString.Invariant($"The baseline can do {capacity:0} requests/s here."));
        return (Math.Max(1, Math.Round(capacity * paired.Settings.Load / Sides)), capacity);
    }
}
