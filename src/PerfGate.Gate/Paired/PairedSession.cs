using PerfGate.Gate.Paired.Watching;
using PerfGate.Gate.Records;
using PerfGate.Gate.Runs;
using PerfGate.Load.Profiles;

namespace PerfGate.Gate.Paired;

/// <summary>
/// One session: the rounds of the first look, and, where it flags something, those of the second. Every block brings both systems
/// up anew and takes them down again.
/// </summary>
internal sealed class PairedSession(RunSetup setup, RunPlan plan, PairedSettings settings, PairedRule rule, PairedNoiseTable noise, TimeProvider time, Action<string> say)
{
    readonly List<string> warnings = [];
    PairedSystems? running;

    /// <summary>Runs the session. What goes wrong with a system is in the record; only cancellation throws.</summary>
    /// <param name="baseline">What the candidate is compared with.</param>
    /// <param name="candidate">What is judged.</param>
    /// <param name="place">Where both live.</param>
    /// <param name="rate">Arrivals a second.</param>
    /// <param name="capacity">What the baseline can do; null when nobody looked.</param>
    /// <param name="seed">Decides orders and places.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<PairedRecord> RunAsync(
        PairedSide baseline, PairedSide candidate, PairedPlace place, double rate, double? capacity, int seed, CancellationToken ct)
    {
        var begin = time.GetTimestamp();
        var record = Begin(baseline, candidate, place, seed) with { Rate = rate, Capacity = capacity };
        var random = new Random(seed);
        using var control = new ControlEndpoint(time);
        try
        {
            record = record with { Screen = await LookAsync(settings.ScreenBlocks, firstBlock: 0) };
            if (!settings.Guards.AreTooMany(record.Screen) && PairedDecision.Of(record, rule, noise).NeedsConfirmation)
            {
                say("Something stands out: looking again, with fresh processes.");
                record = record with { Confirm = await LookAsync(settings.ConfirmBlocks, settings.ScreenBlocks.Count) };
            }
        }
        catch (SystemDiedException e)
        {
            record = record with { Broken = e.Message };
        }
        catch (SideUnavailableException e)
        {
            record = record with { Broken = e.Message, BaselineUnavailable = e.IsBaseline };
        }

        place.Clear();
        return record with { DurationSeconds = time.GetElapsedTime(begin).TotalSeconds, Warnings = [.. warnings] };

        async Task<IReadOnlyList<RoundRecord>> LookAsync(IReadOnlyList<int> blocks, int firstBlock)
        {
            var rounds = new List<RoundRecord>();
            var swapped = random.Next(2) == 0;
            for (var block = 0; block < blocks.Count; block++, swapped = !swapped)
            {
                var layout = new BlockPlan(settings, rate, BlockPlan.DrawOrders(blocks[block], random));
                await using var systems = running = PairedSystems.Create(setup, baseline, candidate, place, swapped);
                await systems.StartAsync(swapped, ct);
                var (before, all) = (rounds.Count, blocks.Sum());
                try
                {
                    var result = await new Block(setup, settings, control, time).RunAsync(
                        firstBlock + block, layout, systems, seed + firstBlock + block, done => say($"round {before + done} of {all}"), ct);
                    rounds.AddRange(result.Rounds);
                    Warn(result, firstBlock + block);
                }
                catch (SystemDiedException)
                {
                    await systems.SaveLogsAsync(Path.Combine(place.Folder, "logs"));
                    throw;
                }
            }

            return rounds;
        }
    }

    /// <summary>The record of a session that could not begin because there is no baseline to compare with.</summary>
    public PairedRecord Nothing(PairedSide baseline, PairedSide candidate, PairedPlace place, int seed, string why) =>
        Begin(baseline, candidate, place, seed) with { Broken = why, BaselineUnavailable = true };

    /// <summary>Kills both systems at once.</summary>
    public void Abort() => running?.Abort();

    /// <summary>The load of a session without its rate: what its fingerprint knows of it.</summary>
    public static Profile Load(PairedSettings settings) => new BlockPlan(settings, rate: 1, [true]).Baseline with { Name = "paired" };

    PairedRecord Begin(PairedSide baseline, PairedSide candidate, PairedPlace place, int seed)
    {
        var fingerprint = setup.Fingerprint(Load(settings));
        return new PairedRecord
        {
            RunId = place.Id,
            Suite = plan.Suite.Name,
            Environment = setup.Kind,
            Fingerprint = fingerprint.Hash,
            Machine = fingerprint.Parts,
            Seed = seed,
            StartedAt = time.GetUtcNow(),
            DurationSeconds = 0,
            Baseline = baseline.Record,
            Candidate = candidate.Record,
            Rate = 0,
            SlotSeconds = settings.Slot.TotalSeconds,
            DiscardSeconds = settings.Discard.TotalSeconds,
            Screen = [],
        };
    }

    void Warn(BlockResult result, int block)
    {
        foreach (var trip in result.Rounds.SelectMany(r => r.Void).Distinct()) say($"A round does not count: {trip}");
        foreach (var (side, dropped) in new[] { ("baseline", result.BaselineDropped), ("candidate", result.CandidateDropped) })
        {
            if (dropped > 0) warnings.Add($"In start {block + 1} all users of the {side} were busy for {dropped} arrivals, which were not made.");
        }
    }
}
