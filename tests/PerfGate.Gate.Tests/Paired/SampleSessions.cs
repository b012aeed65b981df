using PerfGate.Gate.Baselines;
using PerfGate.Gate.Judging;
using PerfGate.Gate.Paired;
using PerfGate.Gate.Records;
using PerfGate.Gate.Results;

namespace PerfGate.Gate.Tests.Paired;

/// <summary>What tests do with sessions.</summary>
internal static class SampleSessions
{
    public static PairedDecision Decide(this PairedRecord record, PairedRule? rule = null) =>
        PairedDecision.Of(record, rule ?? PairedRule.Usual, PairedNoiseTable.Unknown);

    public static GateResult Judged(this PairedRecord record, bool strict = false, params TargetRecord[] targets) =>
        Judge.Decide(Samples.Typical().With(targets), BaselineSearch.Nothing, new JudgeSettings { Strict = strict }, record);

    public static GateResult Judged(this SampleSession session, bool strict = false) => session.Record().Judged(strict);

    public static Comparison Of(this IEnumerable<Comparison> comparisons, string endpoint, string metric) =>
        comparisons.Single(c => c.Endpoint == endpoint && c.Metric == metric);

    public static PairedRecord Swapped(this PairedRecord record)
    {
        return record with { Screen = [.. record.Screen.Select(Swap)], Confirm = [.. record.Confirm.Select(Swap)] };

        static RoundRecord Swap(RoundRecord round) => round with { Baseline = round.Candidate, Candidate = round.Baseline, BaselineFirst = !round.BaselineFirst };
    }

    /// <summary>Some rounds of the first look void.</summary>
    public static PairedRecord WithVoid(this PairedRecord record, Func<int, bool> which, Func<int, string>? why = null) =>
        record with { Screen = [.. record.Screen.Select((r, i) => which(i) ? r with { Void = [(why ?? Steal)(i)] } : r)] };

    static string Steal(int round) => $"The hypervisor gave {6.5 + round} % of the machine's time to others (limit 5 %).";
}
