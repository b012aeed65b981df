using System.Net.Sockets;
using PerfGate.Load.Results;
using PerfGate.Load.Scheduling;
using PerfGate.Load.Transports;

namespace PerfGate.Load;

/// <summary>
/// Executes a <see cref="LoadPlan"/>: as many users as its profile wants, each doing its tasks at its pace, all of it measured.
/// </summary>
/// <param name="time">The clock that load is scheduled and measured by.</param>
public sealed class LoadEngine(TimeProvider time)
{
    /// <summary>Runs the plan to the end of its profile, or until it is cancelled.</summary>
    /// <param name="plan">A plan without problems.</param>
    /// <param name="progress">Told about once a second, on any thread; null: nobody watches.</param>
    /// <param name="ct">
    /// Ends load early: users finish what they do within <see cref="LoadPlan.StopWithin"/>, then are cut off.
    /// </param>
    /// <returns>What was measured; when cancelled, what was measured until then.</returns>
    /// <exception cref="ArgumentException">The plan has problems; the message holds all of them.</exception>
    /// <exception cref="TargetRefusedException">The target resolves to a machine that may not be loaded.</exception>
    public async Task<LoadResult> Run(LoadPlan plan, IProgress<LoadProgress>? progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var problems = plan.Problems().ToList();
        if (problems.Count > 0)
            throw new ArgumentException(
                string.Join(Environment.NewLine + "  ", ["The load plan cannot be run:", .. problems]), nameof(plan));

        var guard = new HostGuard(plan.AllowedHosts);
        await CheckTarget(guard, plan.Target, ct);
        using var run = new LoadRun(plan, time, clock => Transports(plan, clock, guard));
        return await run.Execute(progress, ct);
    }

    static ITransportFactory Transports(LoadPlan plan, LoadClock clock, HostGuard guard) => plan.Transport switch
    {
        TransportKind.Lean => new LeanTransportFactory(clock, guard, plan.TrustedRoots),
        _ => new HttpClientTransportFactory(clock, guard, plan.TrustedRoots),
    };

    static async Task CheckTarget(HostGuard guard, Uri target, CancellationToken ct)
    {
        try
        {
            await guard.Resolve(target.Host, ct);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            // A name that is not found shows as failed requests; a cancelled run ends as one.
        }
    }
}
