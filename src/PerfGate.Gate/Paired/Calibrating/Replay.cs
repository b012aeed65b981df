using PerfGate.Gate.Records;

namespace PerfGate.Gate.Paired.Calibrating;

/// <summary>
/// Sessions that might have been: each is put together from blocks that were drawn from those of real sessions, the second look
/// from other blocks than the first. Blocks stay whole, for rounds of one start have the same bias. On identical builds either side
/// might have been the candidate, so that the sides of each block are swapped at random.
/// </summary>
/// <param name="sessions">Real sessions of one kind, with the same rate and slots.</param>
/// <param name="settings">How many rounds a session has.</param>
/// <param name="random">Where draws come from.</param>
internal sealed class Replay(IReadOnlyList<PairedRecord> sessions, PairedSettings settings, Random random)
{
    readonly IReadOnlyList<IReadOnlyList<RoundRecord>> blocks =
    [
        .. sessions.SelectMany(s => s.Screen.Concat(s.Confirm).GroupBy(r => r.Block)).Select(b => (IReadOnlyList<RoundRecord>)[.. b]),
    ];

    /// <summary>Whether there are blocks enough for the two looks to have none in common.</summary>
    public bool IsPossible => blocks.Count >= settings.ScreenBlocks.Count + settings.ConfirmBlocks.Count;

    /// <summary>A session, both looks whether the second is due or not.</summary>
    /// <param name="maySwap">Whether the sides are swapped at random: on identical builds only.</param>
    public PairedRecord Draw(bool maySwap)
    {
        var drawn = Enumerable.Range(0, blocks.Count).ToArray();
        random.Shuffle(drawn);
        var looks = settings.ScreenBlocks.Concat(settings.ConfirmBlocks)
            .Select((rounds, block) => blocks[drawn[block]].Take(rounds).Select(Swapped(maySwap && random.Next(2) == 0)).Select(r => r with { Block = block }).ToList())
            .ToList();
        return sessions[0] with
        {
            Seed = random.Next(),
            Broken = null,
            Screen = [.. looks.Take(settings.ScreenBlocks.Count).SelectMany(r => r)],
            Confirm = [.. looks.Skip(settings.ScreenBlocks.Count).SelectMany(r => r)],
        };
    }

    static Func<RoundRecord, RoundRecord> Swapped(bool swap) => round => swap
        ? round with { Baseline = round.Candidate, Candidate = round.Baseline, BaselineFirst = !round.BaselineFirst }
        : round;
}
