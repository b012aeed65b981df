using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Tests.Paired;

/// <summary>The operating points of the rule, on sessions with noise like that of a shared machine.</summary>
public sealed class SimulatingSessions
{
    static readonly JudgeSettings Settings = new();
    static readonly SampleSession Noisy = new() { RoundNoise = 0.03, StartNoise = 0.015, HasSecond = true };

    [Fact]
    public void Identical_builds_are_never_called_slower() => Count(Noisy, 200, Verdict.Regressed).ShouldBe(0);

    [Fact]
    public void A_fifth_slower_is_found() =>
        Count(Noisy with { Change = (_, _) => 0.2 }, 100, Verdict.Regressed).ShouldBeGreaterThanOrEqualTo(99);

    static int Count(SampleSession session, int sessions, Verdict verdict) =>
        Enumerable.Range(1, sessions).Count(seed => Ended((session with { Seed = seed }).Record()) == verdict);

    // A second look only where one is due, as a session does it.
    static Verdict Ended(PairedRecord record)
    {
        var first = record with { Confirm = [] };
        return PairedJudge.VerdictOf(first.Decide().NeedsConfirmation ? record : first, Settings);
    }
}
