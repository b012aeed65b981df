using PerfGate.Environments;
using PerfGate.Gate.Runs;
using PerfGate.Load;
using PerfGate.Load.Profiles;
using PerfGate.Load.Results;

namespace PerfGate.Gate.Paired;

/// <summary>
/// How many requests a second the baseline can do here: arrivals are raised threefold until it no longer keeps up with them, and
/// what it did then is its capacity.
/// </summary>
internal sealed class Capacity(RunSetup setup, TimeProvider time)
{
    // As many at once as keep every processor busy, and no more: beyond that only queues grow.
    const int Users = 32;
    const double KeepsUp = 0.9;
    static readonly double[] Rates = [300, 900, 2_700, 8_100, 24_300];
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6);
    static readonly TimeSpan Step = TimeSpan.FromSeconds(3);

    /// <summary>Brings the system up, looks, and takes it down.</summary>
    /// <exception cref="EnvironmentException">It could not be brought up.</exception>
    /// <exception cref="SystemDiedException">It died under load, or answered nothing.</exception>
    public async Task<double> FindAsync(PairedSide baseline, PairedPlace place, int seed, CancellationToken ct)
    {
        await using var system = setup.Side(place.Options(baseline.Root, "a"), baseline.Variables);
        await system.UpAsync(ct);
        await system.MigrateAsync(ct);
        await system.StartAsync(ct);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await using var services = setup.Services();
        var plan = setup.LoadPlan(system.BaseAddress!, Search, services) with
        {
            Seed = seed,
            AfterStage = stage => Rate(stage) < KeepsUp * stage.Rate ? "it no longer keeps up" : null,
        };
        var running = new LoadEngine(time).Run(plan, progress: null, stop.Token);
        if (await Task.WhenAny(running, system.Died) == system.Died) await stop.CancelAsync();
        var load = await running;
        ct.ThrowIfCancellationRequested();
        if (system.Died.IsCompletedSuccessfully) throw new SystemDiedException($"The baseline died: {await system.Died}");
        return load.Stages.Where(s => !s.WarmUp && s.Duration > TimeSpan.Zero).Select(Rate).DefaultIfEmpty().Max() is > 0 and var most
            ? most
            : throw new SystemDiedException("The baseline answered no request at all.");
    }

    static Profile Search { get; } = new("capacity", [Open("warm-up", WarmUp, Rates[0], warmUp: true), .. Rates.Select((rate, step) => Open($"step {step + 1}", Step, rate, warmUp: false))])
    {
        Pool = Users,
    };

    static double Rate(StageResult stage) => stage.Endpoints.Sum(e => e.Requests - e.Failures) / stage.Duration.TotalSeconds;

    static Stage Open(string name, TimeSpan duration, double rate, bool warmUp) => new(name, 0, 0, duration, warmUp) { Arrivals = new Arrivals(rate, rate) };
}
