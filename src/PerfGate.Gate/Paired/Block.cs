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
                return await watch.FollowAsync(plan.Slots, began, slots => { if (slots % 2 == 0) finished(slots / 2); }, stop.Token);
            }
            catch (OperationCanceledException)
            {
                return [];
            }
        }
    }

    BlockResult Result(int number, BlockPlan plan, LoadResult baseline, LoadResult candidate, IReadOnlyList<SlotUse> uses)
    {
        var slots = plan.Slots.Zip(uses).Select(pair => (pair.First.Round, pair.First.OfBaseline, Slot: Slot(pair.First, pair.Second))).ToList();
        var rounds = plan.BaselineFirst.Select((first, round) =>
        {
            var (before, now) = (Of(round, true), Of(round, false));
            return new RoundRecord
            {
                Block = number,
                BaselineFirst = first,
                Baseline = before,
                Candidate = now,
                Void = [.. settings.Guards.Trips(before, now)],
            };
        }).ToList();
        return new BlockResult(rounds, baseline.Generator.Dropped, candidate.Generator.Dropped);

        SlotRecord Of(int round, bool ofBaseline) => slots.Single(s => s.Round == round && s.OfBaseline == ofBaseline).Slot;

        SlotRecord Slot(SlotPlan slot, SlotUse use)
        {
            var stage = (slot.OfBaseline ? baseline : candidate).Stages.Single(s => s.Name == BlockPlan.StageOf(slot.Round));
            var seconds = slot.End - slot.Measured;
            return SlotReading.Of(stage) with
            {
                CpuSeconds = use.CpuSeconds(slot.OfBaseline, seconds),
                GeneratorCpuShare = use.GeneratorShare,
                StealShare = use.StealShare,
                OthersShare = use.OthersShare,
                ControlMicros = use.ControlMicros,
            };
        }
    }
}
