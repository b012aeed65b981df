using PerfGate.Gate.Judging;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Tests.Paired;

/// <summary>The operating points of the rule, on sessions with noise like that of a shared machine.</summary>
public sealed class SimulatingSessions
{
    const int Sessions = 200;
    static readonly JudgeSettings Settings = new();
    static readonly SampleSession Noisy = new() { RoundNoise = 0.03, StartNoise = 0.015, HasSecond = true };

    [Fact]
    public void Identical_builds_are_never_called_slower() => Count(Noisy, Verdict.Regressed).ShouldBe(0);

    [Fact]
    public void A_fifth_slower_is_found() =>
        Count(Noisy with { Change = (_, _) => 0.2 }, Verdict.Regressed).ShouldBeGreaterThanOrEqualTo((int)(0.99 * Sessions));

    static int Count(SampleSession session, Verdict verdict) =>
        Enumerable.Range(1, Sessions).Count(seed => Ended((session with { Seed = seed }).Record()) == verdict);

    // A second look only where one is due, as a session does it.
    static Verdict Ended(PairedRecord record)
    {
        var first = record with { Confirm = [] };
        return PairedJudge.VerdictOf(first.Decide().NeedsConfirmation ? record : first, Settings);
    }
}
