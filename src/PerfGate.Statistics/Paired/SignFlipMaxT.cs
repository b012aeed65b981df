using System.Numerics;

namespace PerfGate.Statistics.Paired;

/// <summary>
/// Which metrics are slower, tested together: step-down max-T of Westfall and Young (Resampling-Based Multiple Testing, 1993,
/// algorithm 4.1) over sign flips (Fisher 1935). Where the two builds are the same, the sides of a round could as well have been
/// swapped, so every pattern of swapped rounds was as likely as the one seen. A flip swaps a round in all metrics at once, which
/// keeps their correlation: twenty metrics that move together cost what one costs.
/// </summary>
/// <remarks>
/// <para>
/// The statistic of a metric is the sum of its log-ratios over the deviation of that sum under flips, each ratio held to one and
/// a half times the median size of the metric's ratios. The limit depends on sizes alone, which no flip changes, so the test
/// stays exact whatever the noise looks like.
/// </para>
/// <para>
/// Chosen by simulation (400 to 1,200 sessions, deviation of a round 3 %, one metric 5 % slower) over Wilcoxon's signed ranks, normal
/// scores, the plain studentised mean and limits from 1.25 to 4. Ranks have a largest value, "every round slower", that some of
/// many metrics reach by chance: of 40 metrics in 10 rounds they found it in 64 % of sessions, the mean in 85 %, this in 79 %.
/// With one slot in ten four times off the mean finds 31 %, ranks 37 %, this 47 %; of 8 metrics in 16 rounds 22, 81 and 83 %.
/// </para>
/// <para>It answers for the session it saw. What makes one session as a whole slower is not in it: see <see cref="TwoLook"/>.</para>
/// </remarks>
public sealed class SignFlipMaxT
{
    /// <summary>Up to so many rounds every flip is tried, which is exact; beyond, flips are drawn.</summary>
    public const int MostExact = 16;

    /// <summary>How many flips are drawn when there are too many to try all.</summary>
    public const int UsualDraws = 9_999;

    // How many times the median size a ratio counts at most: one standard deviation of a normal one.
    const double Limit = PairedNoise.Limit;

    // Sums of the same numbers in another order differ by rounding; two flips that close are the same.
    const double Rounding = 1e-9;

    readonly PairedLogRatios _rounds;
    readonly int[] _order; // tested metrics, the largest statistic first
    readonly double[][] _units; // what each flip turns: by round or cluster, then by place in the order
    readonly double[] _seen;

    SignFlipMaxT(PairedLogRatios rounds, Random random, bool byCluster, int draws)
    {
        _rounds = rounds;
        var scores = Enumerable.Range(0, rounds.Metrics.Count).Select(metric => Scores(metric, byCluster)).ToArray();
        var statistics = Array.ConvertAll(scores, score => score?.Sum());
        _order = [.. Enumerable.Range(0, scores.Length)
            .Where(metric => scores[metric] is not null).OrderByDescending(metric => statistics[metric])];
        _seen = Array.ConvertAll(_order, metric => statistics[metric]!.Value);
        // A unit without a ratio, or with ratios of zero only, looks the same either way.
        _units = [.. Enumerable.Range(0, scores.FirstOrDefault(score => score is not null)?.Length ?? 0)
            .Select(unit => Array.ConvertAll(_order, metric => scores[metric]![unit]))
            .Where(unit => unit.Any(score => score != 0))];

        Exact = _units.Length <= MostExact;
        Flips = Exact ? 1 << _units.Length : draws + 1;
        var reached = Exact ? EveryFlip() : DrawnFlips(random, draws);
        Metrics = Answers(statistics, reached);
    }

    /// <summary>Whether every flip was tried.</summary>
    public bool Exact { get; }

    /// <summary>How many flips the answer rests on, the one seen included.</summary>
    public int Flips { get; }

    /// <summary>The smallest p that so many flips can give: below it nothing is ever found.</summary>
    public double SmallestP => 1.0 / Flips;

    /// <summary>Each metric's answer, in the order of <see cref="PairedLogRatios.Metrics"/>.</summary>
    public IReadOnlyList<AdjustedP> Metrics { get; }

    /// <summary>Tests "not slower", that is ratios symmetric around zero or below, one-sided, in all metrics.</summary>
    /// <param name="rounds">The rounds; one that lacks a metric says nothing about that metric, and is flipped with the rest.</param>
    /// <param name="random">Draws the flips when there are more than <see cref="MostExact"/> rounds; not asked otherwise.</param>
    /// <param name="byCluster">
    /// Flip whole restart blocks, for when the rounds of one are suspected to move together. It takes five blocks for a p below
    /// 0.05.
    /// </param>
    /// <param name="draws">How many flips to draw, if any; p is (1 + as extreme) / (1 + drawn) (Phipson and Smyth 2010).</param>
    public static SignFlipMaxT Of(PairedLogRatios rounds, Random random, bool byCluster = false, int draws = UsualDraws)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        return new SignFlipMaxT(rounds, random, byCluster, draws);
    }

    // Per unit, scaled so that the sum has deviation 1 under flips; null when no round has the metric.
    double[]? Scores(int metric, bool byCluster)
    {
        var ratios = Enumerable.Range(0, _rounds.Rounds).Select(round => _rounds[round, metric]).ToArray();
        if (!ratios.Any(ratio => ratio is not null)) return null;
        double[] sizes = [.. ratios.OfType<double>().Where(ratio => ratio != 0).Select(Math.Abs)];
        var limit = sizes.Length == 0 ? 0 : Limit * Median.Of(sizes);
        var held = Array.ConvertAll(ratios, ratio => Math.Clamp(ratio ?? 0, -limit, limit));
        var units = byCluster
            ? [.. held.Zip(_rounds.Clusters).GroupBy(pair => pair.Second, pair => pair.First).OrderBy(group => group.Key).Select(group => group.Sum())]
            : held;
        var largest = units.Max(Math.Abs);
        // First by the largest, so that squares of tiny ratios do not vanish.
        var deviation = largest * Math.Sqrt(units.Sum(unit => unit / largest * (unit / largest)));
        return Array.ConvertAll(units, unit => largest == 0 ? 0 : unit / deviation);
    }

    // In Gray order: each flip turns one unit of the flip before.
    long[] EveryFlip()
    {
        var reached = new long[_order.Length];
        var sums = (double[])_seen.Clone();
        var turned = new bool[_units.Length];
        Count(sums, reached);
        for (var flip = 1u; flip < 1u << _units.Length; flip++)
        {
            var unit = BitOperations.TrailingZeroCount(flip);
            Turn(sums, _units[unit], turned[unit] ? 2 : -2);
            turned[unit] = !turned[unit];
            Count(sums, reached);
        }

        return reached;
    }

    long[] DrawnFlips(Random random, int draws)
    {
        var reached = new long[_order.Length];
        var sums = new double[_order.Length];
        Count(_seen, reached);
        for (var draw = 0; draw < draws; draw++)
        {
            Array.Clear(sums);
            foreach (var unit in _units) Turn(sums, unit, random.Next(2) == 0 ? 1 : -1);
            Count(sums, reached);
        }

        return reached;
    }

    static void Turn(double[] sums, double[] unit, double by)
    {
        for (var place = 0; place < sums.Length; place++) sums[place] += by * unit[place];
    }

    // Each metric is held against the largest of itself and all behind it: those before it are taken as slower already.
    void Count(double[] sums, long[] reached)
    {
        var largest = double.NegativeInfinity;
        for (var place = sums.Length - 1; place >= 0; place--)
        {
            largest = Math.Max(largest, sums[place]);
            if (largest >= _seen[place] - Rounding) reached[place]++;
        }
    }

    AdjustedP[] Answers(double?[] statistics, long[] reached)
    {
        var answers = statistics.Select((statistic, metric) => new AdjustedP(
            _rounds.Metrics[metric], _rounds.Of(_rounds.Metrics[metric]).Count, statistic, P: null)).ToArray();
        var highest = 0L;
        for (var place = 0; place < _order.Length; place++)
        {
            // Nobody behind is surer than those before.
            highest = Math.Max(highest, reached[place]);
            answers[_order[place]] = answers[_order[place]] with { P = (double)highest / Flips };
        }

        return answers;
    }
}
