using PerfGate.Gate.Paired;
using PerfGate.Gate.Paired.Calibrating;
using PerfGate.Gate.Records;

namespace PerfGate.Gate.Tests.Paired.Calibrating;

public sealed class ReplayingSessions
{
    // Told apart by the control endpoint, which nothing changes: session, block and round.
    static readonly IReadOnlyList<PairedRecord> Sessions =
    [
        .. Enumerable.Range(1, 3).Select(number => (SampleSession.Slower(0.1) with { Seed = number }).Record())
            .Select((record, session) => record with { Screen = [.. record.Screen.Select((r, i) => r with { ControlMicros = 10_000 * (session + 1) + 100 * r.Block + i % 2 })] }),
    ];

    static readonly PairedSettings Layout = PairedSettings.Usual with { ScreenBlocks = [2, 2, 2, 2, 2, 2], ConfirmBlocks = [2, 2, 2, 2, 2, 2] };

    static Replay Replay(int sessions = 3, int seed = 1) => new([.. Sessions.Take(sessions)], Layout, new Random(seed));

    [Fact]
    public void It_takes_blocks_enough_for_two_looks()
    {
        Replay(sessions: 1).IsPossible.ShouldBeFalse();
        Replay(sessions: 2).IsPossible.ShouldBeTrue();
    }

    [Fact]
    public void The_two_looks_share_no_block_and_blocks_stay_whole()
    {
        var replay = Replay();
        for (var draw = 0; draw < 50; draw++)
        {
            var record = replay.Draw(maySwap: true);
            var rounds = record.Screen.Concat(record.Confirm).ToList();
            (record.Screen.Count, record.Confirm.Count).ShouldBe((12, 12));
            rounds.Select(r => r.ControlMicros).Distinct().Count().ShouldBe(24);
            foreach (var block in rounds.GroupBy(r => r.Block))
                (block.Select(r => Math.Floor(r.ControlMicros!.Value / 100)).Distinct().Count(), block.Count()).ShouldBe((1, 2));
            rounds.Select(r => r.Block).Distinct().ShouldBe(Enumerable.Range(0, 12));
        }
    }

    [Fact]
    public void Builds_that_differ_keep_their_sides()
    {
        var replay = Replay();
        for (var draw = 0; draw < 20; draw++) Slower(replay.Draw(maySwap: false)).ShouldBe(12);
    }

    [Fact]
    public void Identical_builds_swap_them_block_by_block()
    {
        var replay = Replay();
        var slower = Enumerable.Range(0, 50).Select(_ => replay.Draw(maySwap: true)).ToList();
        slower.Select(Slower).Distinct().Count().ShouldBeGreaterThan(3);
        slower.Average(Slower).ShouldBe(6, 1);
        foreach (var block in slower.SelectMany(r => r.Screen.GroupBy(s => (r.Seed, s.Block))))
            block.Select(IsSlower).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void A_seed_draws_the_same() =>
        Replay(seed: 5).Draw(maySwap: true).Screen.Select(r => r.ControlMicros).ShouldBe(Replay(seed: 5).Draw(maySwap: true).Screen.Select(r => r.ControlMicros));

    static int Slower(PairedRecord record) => record.Screen.Count(IsSlower);

    static bool IsSlower(RoundRecord round) => round.Candidate.All.P50 > round.Baseline.All.P50;
}
