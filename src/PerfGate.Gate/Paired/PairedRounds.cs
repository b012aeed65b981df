using PerfGate.Gate.Records;
using PerfGate.Statistics;
using PerfGate.Statistics.Paired;

namespace PerfGate.Gate.Paired;

/// <summary>The rounds of a look that count, as the statistics take them.</summary>
internal sealed class PairedRounds
{
    readonly IReadOnlyList<RoundRecord> rounds;

    public PairedRounds(IEnumerable<RoundRecord> rounds) => this.rounds = [.. rounds.Where(r => r.Void.Count == 0)];

    public int Count => rounds.Count;

    /// <summary>Of how many starts of both systems they are.</summary>
    public int Starts => rounds.Select(r => r.Block).Distinct().Count();

    /// <summary>Every metric that either side has.</summary>
    public IEnumerable<PairedMetric> Keys => PairedMetric.In(rounds);

    /// <summary>How many requests a slot typically had, on the side that had fewer.</summary>
    public double Requests(PairedMetric key) =>
        Count == 0 ? 0 : Math.Min(Median.Of(rounds.Select(r => (double)key.Requests(r.Baseline))), Median.Of(rounds.Select(r => (double)key.Requests(r.Candidate))));

    /// <summary>How many requests a side had in all rounds together.</summary>
    public long Total(PairedMetric key, bool baseline) => rounds.Sum(r => key.Requests(baseline ? r.Baseline : r.Candidate));

    /// <summary>Whether a side had a request of it in any round.</summary>
    public bool Has(PairedMetric key, bool baseline) => Total(key, baseline) > 0;

    /// <summary>The median of a side's slots; null when none has it.</summary>
    public double? Typical(PairedMetric key, bool baseline) =>
        rounds.Select(r => key.In(baseline ? r.Baseline : r.Candidate)).OfType<double>().ToList() is { Count: > 0 } values ? Median.Of(values) : null;

    public PairedLogRatios Ratios(IReadOnlyCollection<PairedMetric> keys) => PairedLogRatios.Of(
        [.. rounds.Select(round => new PairedRound(round.Block, Side(keys, round.Baseline), Side(keys, round.Candidate)))]);

    /// <summary>Per round: failed over all requests of the candidate, less the same of the baseline; rounds without requests are left out.</summary>
    public IReadOnlyList<double> ErrorRateDifferences() =>
    [
        .. rounds.Where(r => r.Baseline.All.Requests > 0 && r.Candidate.All.Requests > 0)
            .Select(r => Failed(r.Candidate) - Failed(r.Baseline)),
    ];

    public double? ErrorRate(bool baseline)
    {
        var sides = rounds.Select(r => baseline ? r.Baseline.All : r.Candidate.All).ToList();
        return sides.Sum(s => s.Requests) is > 0 and var requests ? (double)sides.Sum(s => s.Failures) / requests : null;
    }

    public PairedRounds And(PairedRounds more) => new(rounds.Concat(more.rounds));

    static double Failed(SlotRecord slot) => (double)slot.All.Failures / slot.All.Requests;

    static Dictionary<string, double> Side(IReadOnlyCollection<PairedMetric> keys, SlotRecord slot) => keys
        .Select(key => (key.Name, Value: key.In(slot)))
        .Where(metric => metric.Value is not null)
        .ToDictionary(metric => metric.Name, metric => metric.Value!.Value, StringComparer.Ordinal);
}
