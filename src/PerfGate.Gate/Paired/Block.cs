using PerfGate.Gate.Paired.Watching;
using PerfGate.Gate.Records;
using PerfGate.Gate.Runs;
using PerfGate.Load;
using PerfGate.Load.Profiles;
using PerfGate.Load.Results;

namespace PerfGate.Gate.Paired;

/// <summary>The rounds between one start of both systems and the next.</summary>
internal sealed class Block(RunSetup setup, PairedSettings settings, ControlEndpoint control, TimeProvider time)
{
    /// <summary>Runs the rounds of a plan on two systems that are up.</summary>
    /// <param name="number">The block's number in the session, from 0 on.</param>
    /// <param name="plan">Its rounds.</param>
    /// <param name="systems">Both systems.</param>
    /// <param name="seed">Decides what users do, on both sides the same.</param>
    /// <param name="finished">Told how many rounds are over.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="SystemDiedException">One of them died.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<BlockResult> RunAsync(
        int number, BlockPlan plan, PairedSystems systems, int seed, Action<int> finished, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var starting = new Starting(loads: 2, time);
        await using var services = setup.Services();
        var baseline = Load(systems.Baseline.BaseAddress!, plan.Baseline);
        var candidate = Load(systems.Candidate.BaseAddress!, plan.Candidate);
        var loads = Task.WhenAll(baseline, candidate);
        var watching = Watch();
        var died = systems.Died();
        var first = await Task.WhenAny(loads, died);
        if (first == died || !loads.IsCompletedSuccessfully) await stop.CancelAsync();
        var results = await loads;
        ct.ThrowIfCancellationRequested();
        if (died.IsCompletedSuccessfully) throw new SystemDiedException(await died);
        return Result(number, plan, results[0], results[1], await watching);

        Task<LoadResult> Load(Uri target, Profile profile) => new LoadEngine(time).Run(
            setup.LoadPlan(target, profile, services) with { Seed = seed, BeforeBegin = starting.ReadyAsync }, progress: null, stop.Token);

        async Task<IReadOnlyList<SlotUse>> Watch()
        {
            try
            {
                var began = await starting.Began.WaitAsync(stop.Token);
                var watch = new SlotWatch(systems.Baseline.Probes, systems.Candidate.Probes, control, time);
                return await watch.FollowAsync(plan.Slots, began, finished, stop.Token);
            }
            catch (OperationCanceledException)
            {
                return [];
            }
        }
    }

    BlockResult Result(int number, BlockPlan plan, LoadResult baseline, LoadResult candidate, IReadOnlyList<SlotUse> uses)
    {
        var rounds = plan.Slots.Zip(uses).Select((pair, round) =>
        {
            var (before, now) = (Slot(baseline, ofBaseline: true), Slot(candidate, ofBaseline: false));
            return new RoundRecord
            {
                Block = number,
                BaselineFirst = plan.BaselineFirst[round],
                Baseline = before,
                Candidate = now,
                ControlMicros = pair.Second.ControlMicros,
                GeneratorCpuShare = pair.Second.GeneratorShare,
                StealShare = pair.Second.StealShare,
                OthersShare = pair.Second.OthersShare,
            };

            SlotRecord Slot(LoadResult load, bool ofBaseline) => SlotReading.Of(load.Stages.Single(s => s.Name == BlockPlan.StageOf(round))) with
            {
                CpuSeconds = pair.Second.CpuSeconds(ofBaseline, pair.First.End - pair.First.Measured),
            };
        }).ToList();
        return new BlockResult([.. rounds.Select(r => r with { Void = [.. settings.Guards.Trips(r, control.UsualMicros)] })], Dropped(baseline), Dropped(candidate));
    }

    // A system that was just started is slow to its first users, and nobody measures those.
    static long Dropped(LoadResult load) => load.Stages.Where(s => !s.WarmUp).Sum(s => s.Dropped ?? 0);
}
